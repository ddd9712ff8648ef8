package dev.touchstone.model;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * A configuration that was made elsewhere, as a trial needs it: its layers are changed where they are.
 *
 * @param base the learning rate it was made at, to which those of its layers keep their proportions; NaN where all layers
 *     have the one rate of the trial
 */
record GivenNetwork(NetworkConfiguration configuration, double base) {
    /** One whose layers all have the one rate. */
    GivenNetwork(NetworkConfiguration configuration) {
        this(configuration, Double.NaN);
    }

    /**
     * The network as the trial trains it.
     *
     * @param rate decides the learning rate of every step
     * @param seed decides the initial parameters
     */
    NetworkConfiguration regularised(ISchedule rate, long seed) {
        configuration.layers().forEach(layer -> {
            layer.setSeed(seed);
            Updater.follow(layer.getLayer(), updater -> proportional(updater, rate));
        });
        return configuration;
    }

    /** The same without dropout, noise, constraints and penalties. */
    NetworkConfiguration plain(ISchedule rate, long seed) {
        regularised(rate, seed).layers().map(NeuralNetConfiguration::getLayer).forEach(layer -> {
            layer.setIDropout(null);
            layer.setConstraints(null);
            if (layer instanceof BaseLayer weighted) {
                weighted.setRegularization(null);
                weighted.setRegularizationBias(null);
                weighted.setWeightNoise(null);
            }
        });
        return configuration;
    }

    private ISchedule proportional(IUpdater updater, ISchedule rate) {
        return Double.isNaN(base) ? rate : ProportionalRate.of(rate, updater.getLearningRate(0, 0) / base);
    }
}
