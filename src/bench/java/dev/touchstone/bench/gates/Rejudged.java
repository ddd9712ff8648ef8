package dev.touchstone.bench.gates;

import dev.touchstone.base.Seed;
import dev.touchstone.gate.GateCache;
import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.GateSpec;
import dev.touchstone.gate.GateSubject;
import dev.touchstone.gate.Gates;
import dev.touchstone.gate.Policy;
import dev.touchstone.gate.Verdict;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.training.Learner;
import dev.touchstone.training.TrainingMonitor;
import dev.touchstone.trial.BegunTraining;
import dev.touchstone.trial.TrialTask;
import java.util.List;

/**
 * What the gates of today say of trials that were trained before. Some of them are trained again between the others, so that the
 * seconds of gates are held against those of trainings on the machine as it is now.
 */
final class Rejudged implements Judge {
    private static final GateSpec ALL = new GateSpec(Policy.ADVISE, Policy.ADVISE, Policy.ADVISE, Policy.ADVISE);

    /** Of the trials, one in so many is trained again. */
    private static final int EVERY = 10;

    /** The first ones of a process wait for its compiler. */
    private static final int WARM_UP = 5;

    private final TrialTask task;
    private int judged;
    private double before;
    private double now;

    Rejudged(TrialTask task) {
        this.task = task;
    }

    static boolean isRejected(TrialRecord trial, String gate) {
        return trial.gates().stream()
                .anyMatch(result -> result.gate().equals(gate) && result.verdict() == Verdict.REJECT);
    }

    /** As a sweep judges it, that would train it from where the gates leave it. */
    @Override
    public List<GateResult> gates(TrialRecord trial) {
        List<GateResult> results;
        try (BegunTraining begun = new BegunTraining(task, trial.proposed(), new Seed(trial.seed()))) {
            results = new Gates(ALL).judge(begun.subject(GateCache.NONE), result -> {});
        }
        if (++judged % EVERY == WARM_UP && trial.completed() != null) {
            train(trial);
        }
        return results;
    }

    private void train(TrialRecord trial) {
        Seed seed = new Seed(trial.seed());
        long start = System.nanoTime();
        try (Learner learner = task.learners(trial.proposed()).regularised(GateSubject.networkSeed(seed))) {
            task.loop(trial.proposed(), seed).run(learner, new Unheard());
        }
        now += (System.nanoTime() - start) / 1e9;
        before += GatedTrial.trainingSeconds(trial);
    }

    @Override
    public double pace() {
        return before == 0 ? 1 : now / before;
    }

    private static final class Unheard implements TrainingMonitor {
        @Override
        public void epochEnded(Epoch epoch) {}
    }
}
