package dev.touchstone.model;

import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;

/** A layer's own learning rate, as a multiple of the network's at every step. */
final class ProportionalRate implements ISchedule {
    private final ISchedule rate;
    private final double factor;

    private ProportionalRate(ISchedule rate, double factor) {
        this.rate = rate;
        this.factor = factor;
    }

    /** A fixed rate stays one of DL4J's, which is what others can read. */
    static ISchedule of(ISchedule rate, double factor) {
        return rate instanceof FixedSchedule
                ? new FixedSchedule(factor * rate.valueAt(0, 0))
                : new ProportionalRate(rate, factor);
    }

    @Override
    public double valueAt(int iteration, int epoch) {
        return factor * rate.valueAt(iteration, epoch);
    }

    /** The same object, as the rate itself must stay the one that is set. */
    @Override
    @SuppressWarnings("MissingSuperCall") // sharing is the point
    public ISchedule clone() {
        return this;
    }
}
