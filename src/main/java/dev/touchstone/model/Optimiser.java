package dev.touchstone.model;

import dev.touchstone.spec.SpecName;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaBelief;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;

/**
 * The optimisers a spec can name: all that DL4J has but the one that does nothing. Adam with weight decay is AdamW
 * (Loshchilov and Hutter 2019), for which DL4J has no updater of its own.
 */
public enum Optimiser {
    SGD,
    NESTEROVS,
    ADAM,
    AMSGRAD,
    NADAM,
    ADAMAX,
    ADABELIEF,
    ADAGRAD,
    ADADELTA,
    RMSPROP;

    /** Adam's own default rate (Kingma and Ba 2015). */
    private static final double USUAL_RATE = 1e-3;

    /** The step of the paper (Zeiler 2012) as it is. */
    private static final double WHOLE_STEP = 1;

    /** The optimiser of a spec name such as {@code adam}. */
    public static Optional<Optimiser> named(String name) {
        return SpecName.find(Optimiser.class, name);
    }

    public String specName() {
        return SpecName.of(this);
    }

    /** The learning rate of an assignment that has none. */
    public double usualRate() {
        return this == ADADELTA ? WHOLE_STEP : USUAL_RATE;
    }

    /** What it can be told, with the values that DL4J takes when it is not. */
    Map<OptimiserSetting, Double> defaults() {
        return switch (this) {
            case SGD -> Map.of();
            case NESTEROVS -> Map.of(OptimiserSetting.MOMENTUM, Nesterovs.DEFAULT_NESTEROV_MOMENTUM);
            case ADAM ->
                moments(
                        Adam.DEFAULT_ADAM_BETA1_MEAN_DECAY,
                        Adam.DEFAULT_ADAM_BETA2_VAR_DECAY,
                        Adam.DEFAULT_ADAM_EPSILON);
            case AMSGRAD ->
                moments(
                        AMSGrad.DEFAULT_AMSGRAD_BETA1_MEAN_DECAY,
                        AMSGrad.DEFAULT_AMSGRAD_BETA2_VAR_DECAY,
                        AMSGrad.DEFAULT_AMSGRAD_EPSILON);
            case NADAM ->
                moments(
                        Nadam.DEFAULT_NADAM_BETA1_MEAN_DECAY,
                        Nadam.DEFAULT_NADAM_BETA2_VAR_DECAY,
                        Nadam.DEFAULT_NADAM_EPSILON);
            case ADAMAX ->
                moments(
                        AdaMax.DEFAULT_ADAMAX_BETA1_MEAN_DECAY,
                        AdaMax.DEFAULT_ADAMAX_BETA2_VAR_DECAY,
                        AdaMax.DEFAULT_ADAMAX_EPSILON);
            case ADABELIEF ->
                moments(
                        AdaBelief.DEFAULT_BETA1_MEAN_DECAY,
                        AdaBelief.DEFAULT_BETA2_VAR_DECAY,
                        AdaBelief.DEFAULT_EPSILON);
            case ADAGRAD -> Map.of(OptimiserSetting.EPSILON, AdaGrad.DEFAULT_ADAGRAD_EPSILON);
            case ADADELTA -> means(AdaDelta.DEFAULT_ADADELTA_RHO, AdaDelta.DEFAULT_ADADELTA_EPSILON);
            case RMSPROP -> means(RmsProp.DEFAULT_RMSPROP_RMSDECAY, RmsProp.DEFAULT_RMSPROP_EPSILON);
        };
    }

    private static Map<OptimiserSetting, Double> moments(double beta1, double beta2, double epsilon) {
        return Map.of(OptimiserSetting.BETA1, beta1, OptimiserSetting.BETA2, beta2, OptimiserSetting.EPSILON, epsilon);
    }

    private static Map<OptimiserSetting, Double> means(double rho, double epsilon) {
        return Map.of(OptimiserSetting.RHO, rho, OptimiserSetting.EPSILON, epsilon);
    }
}
