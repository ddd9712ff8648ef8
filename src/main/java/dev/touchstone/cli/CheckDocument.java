package dev.touchstone.cli;

import dev.touchstone.gate.GateResult;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.SpecName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What gates said of one assignment, as the public JSON document of {@code check} and {@code lr-range}. */
record CheckDocument(int format, String study, Assignment assignment, List<Gate> gates) {
    private static final int FORMAT = 1;

    record Gate(
            String gate,
            String verdict,
            String reason,
            @Nullable String parameter,
            double seconds,
            Map<String, Object> evidence) {}

    static CheckDocument of(ChosenAssignment chosen, List<GateResult> results) {
        return new CheckDocument(
                FORMAT,
                chosen.spec().study(),
                chosen.assignment(),
                results.stream().map(CheckDocument::gate).toList());
    }

    private static Gate gate(GateResult result) {
        return new Gate(
                result.gate(),
                SpecName.of(result.verdict()),
                result.reason(),
                result.parameter(),
                result.seconds(),
                result.evidence());
    }
}
