package dev.touchstone.study;

import dev.touchstone.base.Seed;
import dev.touchstone.gate.GateSubject;
import dev.touchstone.gate.Gates;
import dev.touchstone.model.Hyperparameters;
import dev.touchstone.space.Assignment;
import dev.touchstone.space.SearchSpace;
import dev.touchstone.training.Learner;
import dev.touchstone.training.Shuffle;
import dev.touchstone.trial.TrialTask;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Sizes up what lies ahead: networks at the space's lowest and highest corner, and the gates and a few steps at its centre. */
final class SweepPlan {
    /** The first steps of a process are slower (classes are loaded, code is compiled). */
    private static final int WARM_UP_STEPS = 20;

    private static final int TIMED_STEPS = 30;

    private SweepPlan() {}

    static SweepListener.Plan of(OpenStudy study, int trials) {
        SearchSpace space = study.spec().space();
        TrialTask task = study.task();
        long low = parameters(task, space, 0);
        long high = parameters(task, space, 1);
        int epochs = study.spec().training().epochs();
        return new SweepListener.Plan(
                trials,
                task.data().train().count(),
                task.data().validation().count(),
                epochs,
                Math.min(low, high),
                Math.max(low, high),
                trialTime(task, space.centre(), epochs).multipliedBy(trials));
    }

    private static long parameters(TrialTask task, SearchSpace space, double corner) {
        double[] point = new double[space.numParameters()];
        Arrays.fill(point, corner);
        try (Learner learner = task.learners(space.getValue(point)).regularised(new Seed(0))) {
            return learner.parameters();
        }
    }

    private static Duration trialTime(TrialTask task, Assignment centre, int epochs) {
        Duration training = epochTime(task, centre).multipliedBy(epochs);
        long start = System.nanoTime();
        new Gates(task.gates()).judge(task.subject(centre, new Seed(0)), result -> {});
        return training.plusNanos(System.nanoTime() - start);
    }

    private static Duration epochTime(TrialTask task, Assignment centre) {
        Seed seed = GateSubject.networkSeed(new Seed(0));
        Hyperparameters hyperparameters = Hyperparameters.of(centre);
        Shuffle shuffle = new Shuffle(task.data().train(), hyperparameters.batchSize(), seed);
        int[] order = shuffle.order(1);
        try (Learner learner = task.learners(centre).regularised(seed)) {
            Learner.Step step = new Learner.Step(shuffle.batch(order, 0), hyperparameters.learningRate(), 0);
            long start = System.nanoTime();
            for (int i = 0; i < WARM_UP_STEPS + TIMED_STEPS; i++) {
                if (i == WARM_UP_STEPS) {
                    start = System.nanoTime();
                }
                learner.step(List.of(step));
            }
            return Duration.ofNanos(System.nanoTime() - start)
                    .multipliedBy(shuffle.batchesAnEpoch())
                    .dividedBy(TIMED_STEPS);
        }
    }
}
