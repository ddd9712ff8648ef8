package dev.touchstone.bench.gates;

import dev.touchstone.base.Seed;
import dev.touchstone.gate.GateCache;
import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.GateSpec;
import dev.touchstone.gate.Gates;
import dev.touchstone.gate.Policy;
import dev.touchstone.gate.Verdict;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.BegunTraining;
import dev.touchstone.trial.TrialTask;
import java.util.List;

/** What the gates of today say of trials that were trained before. */
record Rejudged(TrialTask task) implements Judge {
    private static final GateSpec ALL = new GateSpec(Policy.ADVISE, Policy.ADVISE, Policy.ADVISE, Policy.ADVISE);

    static boolean isRejected(TrialRecord trial, String gate) {
        return trial.gates().stream()
                .anyMatch(result -> result.gate().equals(gate) && result.verdict() == Verdict.REJECT);
    }

    /** As a sweep judges it, that would train it from where the gates leave it. */
    @Override
    public List<GateResult> gates(TrialRecord trial) {
        try (BegunTraining begun = new BegunTraining(task, trial.proposed(), new Seed(trial.seed()))) {
            return new Gates(ALL).judge(begun.subject(GateCache.NONE), result -> {});
        }
    }
}
