package dev.touchstone.bench.faults;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.diagnosis.experiment.Weighed;
import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.LearningRateRangeGate;
import dev.touchstone.gate.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was said of a trial, without its words.
 *
 * @param code a finding's, or that of a gate
 * @param cause whether it names what can be mended
 * @param confirmed by an experiment
 * @param refuted so clearly that nobody needs to be warned of it
 */
record Said(String code, Severity severity, By by, boolean cause, boolean confirmed, boolean refuted) {
    /** Who says it; whoever comes first in a sweep is heard first. */
    enum By {
        DATA_CHECK,
        TRAINING,
        GATE
    }

    private static final Map<String, String> GATES =
            Map.of("initialisation", FindingCode.POOR_INITIALISATION.specName());

    static Said ofData(Finding finding) {
        return new Said(finding.code(), finding.severity(), By.DATA_CHECK, true, false, false);
    }

    static Said ofTraining(Finding finding, Collection<Tested> tested) {
        boolean cause = FindingCode.named(finding.code())
                .map(code -> code.nature() == FindingCode.Nature.CAUSE)
                .orElse(true);
        return new Said(finding.code(), finding.severity(), By.TRAINING, cause, finding.confirmed(), false)
                .after(tested);
    }

    /**
     * What a gate rejects a trial for, or warns that nothing is learnt for; a rejection that names nothing to mend goes by the
     * gate's name.
     */
    static Optional<Said> ofGate(GateResult result) {
        Object rateIs = result.evidence().get(LearningRateRangeGate.RATE_IS);
        boolean warns = result.verdict() == Verdict.WARN && rateIs != null;
        if (result.verdict() != Verdict.REJECT && !warns) {
            return Optional.empty();
        }
        String code = rateIs == null ? GATES.get(result.gate()) : "learning-rate-" + rateIs;
        boolean named = code != null;
        return Optional.of(new Said(
                named ? code : "gate-" + result.gate(), Severity.WARNING, By.GATE, named, false, false));
    }

    /** The same after experiments. */
    Said after(Collection<Tested> tested) {
        return new Said(code, severity, by, cause, confirmed, Weighed.lowers(tested, code));
    }

    boolean isAlarm() {
        return severity != Severity.INFO && !refuted;
    }

    /** Whether anybody who reads it is alarmed. */
    static boolean alarms(List<Said> all) {
        return all.stream().anyMatch(Said::isAlarm);
    }
}
