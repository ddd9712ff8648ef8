package dev.touchstone.model;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.nd4j.linalg.schedule.ISchedule;

/** A configuration that was made elsewhere, as a trial needs it: its layers are changed where they are. */
record GivenNetwork(NetworkConfiguration configuration) {
    /**
     * The network as the trial trains it.
     *
     * @param rate decides the learning rate of every step, whatever the configuration says
     * @param seed decides the initial parameters
     */
    NetworkConfiguration regularised(ISchedule rate, long seed) {
        configuration.layers().forEach(layer -> {
            layer.setSeed(seed);
            Updater.follow(layer.getLayer(), rate);
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
}
