package dev.touchstone.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.weightnoise.WeightNoise;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;

/** What of a network's configuration holds it back while it trains, weight decay apart. */
final class Restraints {
    private final NetworkConfiguration configuration;

    Restraints(NetworkConfiguration configuration) {
        this.configuration = configuration;
    }

    /** In words, each once. */
    List<String> words() {
        Set<String> words = new LinkedHashSet<>();
        configuration.layers().map(NeuralNetConfiguration::getLayer).forEach(layer -> add(layer, words));
        return List.copyOf(words);
    }

    /** The largest share of a layer that dropout takes away; 0 without. */
    double dropped() {
        return configuration
                .layers()
                .map(layer -> layer.getLayer().getIDropout())
                .filter(Dropout.class::isInstance)
                .mapToDouble(dropout -> 1 - ((Dropout) dropout).getP())
                .max()
                .orElse(0);
    }

    private static void add(Layer layer, Set<String> words) {
        if (layer.getIDropout() != null) {
            words.add("dropout");
        }
        if (layer instanceof BaseLayer weighted) {
            if (weighted.getWeightNoise() != null) {
                words.add(weighted.getWeightNoise() instanceof WeightNoise ? "weight noise" : "drop-connect");
            }
            if (weighted.getConstraints() != null && !weighted.getConstraints().isEmpty()) {
                words.add("bound of the norm");
            }
            List<Regularization> terms = weighted.getRegularization();
            if (terms != null) {
                terms.forEach(term -> add(term, words));
            }
        }
    }

    private static void add(Regularization term, Set<String> words) {
        if (term instanceof L1Regularization) {
            words.add("l1");
        } else if (term instanceof L2Regularization) {
            words.add("l2");
        }
    }
}
