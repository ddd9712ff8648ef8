package dev.touchstone.bench.gates;

import dev.touchstone.gate.GateResult;
import dev.touchstone.store.TrialRecord;
import java.util.List;
import java.util.OptionalDouble;

/** Who says what gates say of a trial that was trained all the same. */
interface Judge {
    List<GateResult> gates(TrialRecord trial);

    /** How long the same training takes while the judge judges, as a share of what it took; told after the last trial. */
    default OptionalDouble pace() {
        return OptionalDouble.empty();
    }
}
