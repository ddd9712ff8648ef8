package dev.touchstone.model;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.AdaBeliefUpdater;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.AdaBelief;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.databind.annotation.JsonSerialize;
import org.nd4j.shade.jackson.databind.util.StdConverter;

/**
 * DL4J's AdaBelief (Zhuang et al. 2020) as a network can use it: in 1.0.0-M2.1 it takes its state as a matrix only, and
 * networks give a vector. In JSON it is DL4J's own, so that a network can be read without Touchstone.
 */
@JsonSerialize(converter = FlatAdaBelief.AsDl4jHasIt.class)
final class FlatAdaBelief extends AdaBelief {
    private static final long serialVersionUID = 1;

    /** What JSON holds of it. */
    static final class AsDl4jHasIt extends StdConverter<FlatAdaBelief, AdaBelief> {
        @Override
        public AdaBelief convert(FlatAdaBelief flat) {
            AdaBelief plain =
                    new AdaBelief(flat.getLearningRate(), flat.getBeta1(), flat.getBeta2(), flat.getEpsilon());
            plain.setLrAndSchedule(flat.getLearningRate(), flat.getLearningRateSchedule());
            return plain;
        }
    }

    FlatAdaBelief(double learningRate, double beta1, double beta2, double epsilon) {
        super(learningRate, beta1, beta2, epsilon);
    }

    @Override
    @SuppressWarnings({"rawtypes", "MissingSuperCall"}) // as DL4J has it
    public GradientUpdater instantiate(INDArray view, boolean initialise) {
        AdaBeliefUpdater updater = new AdaBeliefUpdater(this);
        long each = view.length() / 2; // means of gradients, and of their surprise
        updater.setStateViewArray(view.reshape(1, view.length()), new long[] {1, each}, view.ordering(), initialise);
        return updater;
    }

    @Override
    @SuppressWarnings("MissingSuperCall") // which gives one that takes no vectors
    public AdaBelief clone() {
        FlatAdaBelief clone = new FlatAdaBelief(getLearningRate(), getBeta1(), getBeta2(), getEpsilon());
        ISchedule schedule = getLearningRateSchedule();
        clone.setLrAndSchedule(getLearningRate(), schedule);
        return clone;
    }
}
