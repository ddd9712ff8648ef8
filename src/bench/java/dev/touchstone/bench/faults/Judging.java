package dev.touchstone.bench.faults;

import dev.touchstone.data.Rows;
import dev.touchstone.evaluation.Baseline;
import dev.touchstone.metric.Metric;
import dev.touchstone.trial.TrialTask;

/** By what faults are judged: the balanced accuracy where there are classes, so that none is hidden, else the root mean squared error. */
final class Judging {
    private Judging() {}

    static String metric(Program program) {
        return of(program).specName();
    }

    private static Metric of(Program program) {
        return program.set().hasClasses() ? Metric.BALANCED_ACCURACY : Metric.RMSE;
    }

    /** What needs no network reaches. */
    static double baseline(Program program, TrialTask task) {
        Rows validation = task.data().validation();
        Metric metric = of(program);
        return metric.value(new Baseline(task.data()).predict(metric, validation), validation.targets());
    }
}
