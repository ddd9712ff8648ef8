package dev.touchstone.model;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * A learning rate that is set before each step. DL4J's own way to change a network's rate rebuilds its updater; one
 * object shared by all layers costs nothing.
 */
public final class SteppedRate implements ISchedule {
    private double rate;

    public void set(double learningRate) {
        this.rate = learningRate;
    }

    @Override
    public double valueAt(int iteration, int epoch) {
        return rate;
    }

    /** The same object, because DL4J clones configurations and every clone must follow the one rate. */
    @Override
    @SuppressWarnings("MissingSuperCall") // sharing is the point
    public ISchedule clone() {
        return this;
    }
}
