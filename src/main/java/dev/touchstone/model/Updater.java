package dev.touchstone.model;

import static dev.touchstone.model.OptimiserSetting.BETA1;
import static dev.touchstone.model.OptimiserSetting.BETA2;
import static dev.touchstone.model.OptimiserSetting.EPSILON;
import static dev.touchstone.model.OptimiserSetting.MOMENTUM;
import static dev.touchstone.model.OptimiserSetting.RHO;

import dev.touchstone.model.layer.WeightedLayers;
import java.util.function.Function;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.samediff.AbstractSameDiffLayer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ISchedule;

/** Makes DL4J's updater of an optimiser. */
record Updater(Hyperparameters hyperparameters) {
    /** Any rate: which one a network's layers follow is said once they are configured. */
    private static final double ANY = 1;

    /** An updater for layers that {@link #follow} is called for later. */
    static IUpdater of(Hyperparameters hyperparameters, ISchedule rate) {
        return new Updater(hyperparameters).following(rate);
    }

    /**
     * Makes a configured layer follow a rate, whatever its configuration says. Never before: DL4J gives layers clones of
     * their updater, and AdaGrad's forget their schedule.
     */
    static void follow(Layer layer, Function<IUpdater, ISchedule> rate) {
        WeightedLayers.in(layer)
                .flatMap(Updater::in)
                .filter(updater -> updater != null && updater.hasLearningRate())
                .forEach(updater -> updater.setLrAndSchedule(Double.NaN, rate.apply(updater)));
    }

    private static Stream<@Nullable IUpdater> in(Layer layer) {
        if (layer instanceof AbstractSameDiffLayer ofSameDiff) {
            return Stream.of(ofSameDiff.getUpdater(), ofSameDiff.getBiasUpdater());
        }
        BaseLayer weighted = (BaseLayer) layer;
        return Stream.of(weighted.getIUpdater(), weighted.getBiasUpdater());
    }

    private IUpdater following(ISchedule rate) {
        return switch (hyperparameters.optimiser()) {
            case SGD -> new Sgd(ANY);
            case NESTEROVS -> new Nesterovs(ANY, value(MOMENTUM));
            case ADAM -> new Adam(ANY, value(BETA1), value(BETA2), value(EPSILON));
            case AMSGRAD -> new AMSGrad(ANY, value(BETA1), value(BETA2), value(EPSILON));
            case NADAM -> new Nadam(ANY, value(BETA1), value(BETA2), value(EPSILON));
            case ADAMAX -> new AdaMax(ANY, value(BETA1), value(BETA2), value(EPSILON));
            case ADABELIEF -> new FlatAdaBelief(ANY, value(BETA1), value(BETA2), value(EPSILON));
            case ADAGRAD -> new AdaGrad(ANY, value(EPSILON));
            case ADADELTA -> new RatedAdaDelta(new AdaDelta(value(RHO), value(EPSILON)), rate);
            case RMSPROP -> new RmsProp(ANY, value(RHO), value(EPSILON));
        };
    }

    private double value(OptimiserSetting setting) {
        return hyperparameters.setting(setting);
    }
}
