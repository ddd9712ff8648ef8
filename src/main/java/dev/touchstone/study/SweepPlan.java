package dev.touchstone.study;

import dev.touchstone.space.SearchSpace;
import dev.touchstone.trial.TrialTask;
import java.util.Arrays;

/** Sizes up what lies ahead: networks at the space's lowest and highest corner, and the time of a trial at its centre. */
final class SweepPlan {
    private SweepPlan() {}

    /** Makes no network in this process, for a corner of the space may hold one that is too large for any. */
    static SweepListener.Plan of(OpenStudy study, int trials, TrialExecutor executor) {
        SearchSpace space = study.spec().space();
        TrialTask task = study.task();
        long low = parameters(task, space, 0);
        long high = parameters(task, space, 1);
        return new SweepListener.Plan(
                trials,
                task.data().train().count(),
                task.data().validation().count(),
                task.training().budget(),
                Math.min(low, high),
                Math.max(low, high),
                executor.measure(space.centre()).times(trials, executor.workers()));
    }

    private static long parameters(TrialTask task, SearchSpace space, double corner) {
        double[] point = new double[space.numParameters()];
        Arrays.fill(point, corner);
        return task.parameters(space.getValue(point));
    }
}
