package dev.touchstone.bench.gates;

import dev.touchstone.data.Rows;
import dev.touchstone.evaluation.Baseline;
import dev.touchstone.metric.Direction;
import dev.touchstone.trial.TrialTask;
import java.util.List;

/**
 * What a trial must reach not to be doomed: the baseline that looks at no feature, and a tenth of the way from there to the
 * best trial.
 */
record FinishLine(double baseline, double best, double value, Direction direction) {
    private static final double OF_THE_WAY = 0.1;

    /** @param values of complete trials on the objective's metric */
    static FinishLine of(TrialTask task, List<Double> values) {
        Rows validation = task.data().validation();
        double baseline = task.metric()
                .value(
                        new Baseline(task.data()).withoutALook(task.metric(), validation),
                        validation.targets());
        double best = values.stream()
                .reduce((a, b) -> task.direction().better(b, a) ? b : a)
                .orElseThrow();
        return new FinishLine(baseline, best, baseline + OF_THE_WAY * (best - baseline), task.direction());
    }

    /** Not by NaN. */
    boolean isReachedBy(double reached) {
        return direction.better(reached, value);
    }
}
