package dev.touchstone.gate;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.data.Targets;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.Predictions;
import dev.touchstone.training.Learner;
import java.util.Arrays;
import java.util.List;

/**
 * The planned training in small: the trial's own rate along its schedule, in fewer steps. A rate at which a ramp diverges
 * may still end well where the schedule lowers it in time, or where answers are right though the loss is far off; this
 * shows whether it does.
 *
 * @param reached accuracy of classes, else the loss, on the probe rows at the end; NaN when it diverged
 * @param guessing what of that is reached without a look at the rows
 * @param learns whether the end is better than guessing, beyond noise
 */
record ShortRun(double reached, double guessing, boolean learns) {
    /** As many as published range tests take. */
    private static final int STEPS = 100;

    /** Of the share of right rows among the probe. */
    private static final double STANDARD_ERRORS = 2;

    /**
     * The first of some runs, each with other initial parameters and batches, that learns; the last when none does.
     *
     * @param most runs; from 1
     */
    static ShortRun firstThatLearns(GateSubject subject, int most) {
        ShortRun run = of(subject, 0);
        for (int repeat = 1; repeat < most && !run.learns(); repeat++) {
            run = of(subject, repeat);
        }
        return run;
    }

    private static ShortRun of(GateSubject subject, int repeat) {
        return subject.measured()
                .get(
                        "short run " + repeat + " at " + subject.plan().learningRate(),
                        ShortRun.class,
                        () -> measure(subject, subject.measured().seed().derive("short-run", repeat)));
    }

    private static ShortRun measure(GateSubject subject, Seed seed) {
        Rows probe = RateRamp.probe(subject, seed);
        try (Learner learner = subject.learners().regularised(GateSubject.networkSeed(seed))) {
            return isFinite(subject, seed, learner)
                    ? judged(subject, learner.predict(0, probe), probe.targets())
                    : new ShortRun(Double.NaN, Double.NaN, false);
        }
    }

    /** Trains, and tells whether all losses were finite. */
    private static boolean isFinite(GateSubject subject, Seed seed, Learner learner) {
        GateSubject.Plan plan = subject.plan();
        PlannedSteps planned = new PlannedSteps(subject, seed);
        long steps = Math.min(STEPS, plan.iterations());
        for (int step = 0; step < steps; step++) {
            double rate = plan.schedule().at(plan.learningRate(), step * plan.iterations() / steps, plan.iterations());
            double loss = learner.step(List.of(planned.next(rate)))[0];
            if (!Double.isFinite(loss)) {
                return false;
            }
        }
        return true;
    }

    private static ShortRun judged(GateSubject subject, Predictions predictions, Targets targets) {
        if (targets instanceof Targets.Classes classes) {
            double commonest = Arrays.stream(classes.labels())
                            .mapToLong(label -> Arrays.stream(classes.labels())
                                    .filter(other -> other == label)
                                    .count())
                            .max()
                            .orElse(0)
                    / (double) targets.count();
            double noise = Math.sqrt(commonest * (1 - commonest) / targets.count());
            double accuracy = Metric.ACCURACY.value(predictions, targets);
            return new ShortRun(accuracy, commonest, accuracy > commonest + STANDARD_ERRORS * noise);
        }
        double guessing = subject.loss().ofGuessing(targets);
        double loss = subject.loss().value(predictions, targets);
        return new ShortRun(loss, guessing, loss < (1 - RateRamp.LEAST_GAIN) * guessing);
    }
}
