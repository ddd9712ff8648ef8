package dev.touchstone.model;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.databind.annotation.JsonSerialize;
import org.nd4j.shade.jackson.databind.util.StdConverter;

/**
 * DL4J's AdaDelta (Zeiler 2012) with its step times a learning rate, as PyTorch and Keras have it: without one, a schedule,
 * the range test and decoupled weight decay would mean nothing for it. At a rate of 1 it is DL4J's. In JSON it is DL4J's
 * own, too, so that a network can be read without Touchstone.
 */
@JsonSerialize(converter = RatedAdaDelta.AsDl4jHasIt.class)
record RatedAdaDelta(AdaDelta steps, ISchedule rate) implements IUpdater {
    /** What JSON holds of it. */
    static final class AsDl4jHasIt extends StdConverter<RatedAdaDelta, AdaDelta> {
        @Override
        public AdaDelta convert(RatedAdaDelta rated) {
            return rated.steps();
        }
    }

    private record Rated(RatedAdaDelta config, GradientUpdater<?> steps) implements GradientUpdater<RatedAdaDelta> {
        @Override
        public RatedAdaDelta getConfig() {
            return config;
        }

        @Override
        public void setState(Map<String, INDArray> state, boolean initialise) {
            steps.setState(state, initialise);
        }

        @Override
        public Map<String, INDArray> getState() {
            return steps.getState();
        }

        @Override
        public void setStateViewArray(INDArray view, long[] gradientShape, char order, boolean initialise) {
            steps.setStateViewArray(view, gradientShape, order, initialise);
        }

        @Override
        public void applyUpdater(INDArray gradient, int iteration, int epoch) {
            steps.applyUpdater(gradient, iteration, epoch);
            gradient.muli(config.getLearningRate(iteration, epoch));
        }
    }

    @Override
    public long stateSize(long parameters) {
        return steps.stateSize(parameters);
    }

    @Override
    @SuppressWarnings("rawtypes") // as DL4J has it
    public GradientUpdater instantiate(INDArray view, boolean initialise) {
        return new Rated(this, steps.instantiate(view, initialise));
    }

    @Override
    @SuppressWarnings("rawtypes") // as DL4J has it
    public GradientUpdater instantiate(Map<String, INDArray> state, boolean initialise) {
        return new Rated(this, steps.instantiate(state, initialise));
    }

    @Override
    public double getLearningRate(int iteration, int epoch) {
        return rate.valueAt(iteration, epoch);
    }

    @Override
    public boolean hasLearningRate() {
        return true;
    }

    /** It follows one rate for good. */
    @Override
    public void setLrAndSchedule(double fixed, ISchedule schedule) {
        if (!schedule.equals(rate)) {
            throw new UnsupportedOperationException("the rate of this updater is never changed");
        }
    }

    /** The same, for nothing in it changes. */
    @Override
    @SuppressWarnings("MissingSuperCall") // a record has no other state
    public IUpdater clone() {
        return this;
    }
}
