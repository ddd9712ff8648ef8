package dev.touchstone.bench.gates;

import dev.touchstone.base.Seed;
import dev.touchstone.gate.GateResult;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.training.Learner;
import dev.touchstone.training.TrainingMonitor;
import dev.touchstone.trial.TrialTask;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What gates of today say, and between their verdicts some trials are trained again, so that the seconds of gates are held
 * against those of trainings on the machine as it is now.
 */
final class Paced implements Judge {
    /** Of the trials, one in so many is trained again. */
    private static final int EVERY = 10;

    /** The first ones of a process wait for its compiler. */
    private static final int WARM_UP = 5;

    private final TrialTask task;
    private final Rejudged judge;
    private int judged;
    private double before;
    private double now;

    Paced(TrialTask task) {
        this.task = task;
        this.judge = new Rejudged(task);
    }

    @Override
    public List<GateResult> gates(TrialRecord trial) {
        List<GateResult> results = judge.gates(trial);
        if (++judged % EVERY == WARM_UP && trial.completed() != null) {
            train(trial);
        }
        return results;
    }

    private void train(TrialRecord trial) {
        Seed seed = new Seed(trial.seed());
        long start = System.nanoTime();
        try (Learner learner = task.learner(trial.proposed(), seed)) {
            task.loop(trial.proposed(), seed).run(learner, new TrainingMonitor() {});
        }
        now += (System.nanoTime() - start) / 1e9;
        before += GatedTrial.trainingSeconds(trial);
    }

    @Override
    public OptionalDouble pace() {
        return before == 0 ? OptionalDouble.empty() : OptionalDouble.of(now / before);
    }
}
