package dev.touchstone.gate;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.training.Learner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One ramp while it is measured. */
final class RampRun implements AutoCloseable {
    /** fastai and Lightning stop when the smoothed loss is over 4 times the best. */
    static final double DIVERGED = 4;

    /** Growth of the rate as long as the loss stands: a decade in four steps. */
    private static final double STRIDE = Math.pow(10, 1.0 / 4);

    private static final double GROWTH = Math.exp(1 / RateRamp.STEPS_PER_E_FOLD);

    /** Steps on either side that a point is averaged with: a quarter of a decade in all. */
    private static final int SMOOTHING = 1;

    private final GateSubject subject;
    private final Rows probe;
    private final PlannedSteps steps;
    private final Learner learner;
    private final double start;
    private final List<Double> rates = new ArrayList<>();
    private final List<Double> batchLosses = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();

    RampRun(GateSubject subject, Seed seed, Rows probe) {
        this.subject = subject;
        this.probe = probe;
        this.steps = new PlannedSteps(subject, seed);
        this.learner = subject.learners().regularised(GateSubject.networkSeed(seed));
        this.start = loss();
    }

    RateRamp toEnd() {
        boolean moving = false;
        double rate = RateRamp.FIRST_RATE;
        while (rate <= RateRamp.LAST_RATE && !isOver()) {
            step(rate);
            moving |= !(Math.abs(losses.get(losses.size() - 1) - start) < RateRamp.MOVED * start);
            rate *= moving ? GROWTH : STRIDE;
        }
        return new RateRamp(
                array(rates),
                array(batchLosses),
                smooth(array(losses)),
                start,
                subject.loss().ofFrequencies(probe.targets()));
    }

    private void step(double rate) {
        rates.add(rate);
        batchLosses.add(learner.step(List.of(steps.next(rate)))[0]);
        losses.add(loss());
    }

    /** Whether no higher rate can tell more: nothing is finite, the loss is far off, or all that it fell is lost again. */
    private boolean isOver() {
        if (losses.isEmpty()) {
            return false;
        }
        double last = losses.get(losses.size() - 1);
        double lowest = losses.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        return !Double.isFinite(last)
                || !Double.isFinite(batchLosses.get(batchLosses.size() - 1))
                || last > DIVERGED * start
                || (start - lowest >= RateRamp.LEAST_GAIN * start && lastAverage() >= start);
    }

    private double lastAverage() {
        return losses.subList(Math.max(0, losses.size() - 1 - 2 * SMOOTHING), losses.size()).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    private double loss() {
        return subject.loss().value(learner.predict(0, probe), probe.targets());
    }

    private static double[] smooth(double[] values) {
        double[] smoothed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = Math.max(0, i - SMOOTHING);
            int to = Math.min(values.length, i + SMOOTHING + 1);
            smoothed[i] = Arrays.stream(values, from, to).average().orElseThrow();
        }
        return smoothed;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public void close() {
        learner.close();
    }
}
