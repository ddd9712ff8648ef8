package dev.touchstone.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.samediff.AbstractSameDiffLayer;
import org.deeplearning4j.nn.conf.weightnoise.WeightNoise;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;

/** What keeps the weights of a network's layers in bounds, with values; 0 for none. See {@link RegularisationKind}. */
record Regularisation(
        double weightDecay, double l2, double l1, double maxNorm, double dropConnect, double weightNoise) {
    static final Regularisation NONE = new Regularisation(0, 0, 0, 0, 0, 0);

    /** Puts it on a layer, on weights and not on biases: what a builder is told for all layers, DL4J gives each twice. */
    void on(Layer layer) {
        if (layer instanceof AbstractSameDiffLayer ofSameDiff && !terms().isEmpty()) {
            ofSameDiff.setRegularization(terms());
        } else if (layer instanceof BaseLayer weighted) {
            if (!terms().isEmpty()) {
                weighted.setRegularization(terms());
            }
            if (dropConnect > 0) {
                weighted.setWeightNoise(new InvertedDropConnect(1 - dropConnect)); // DL4J wants the share that is kept
            } else if (weightNoise > 0) {
                weighted.setWeightNoise(new WeightNoise(new NormalDistribution(0, weightNoise)));
            }
            if (maxNorm > 0) {
                List<String> weights = weighted.initializer().weightKeys(weighted);
                weighted.setConstraints(
                        List.of(new MaxNormConstraint(maxNorm, new HashSet<>(weights), intoUnit(weighted))));
            }
        }
    }

    private List<org.nd4j.linalg.learning.regularization.Regularization> terms() {
        List<org.nd4j.linalg.learning.regularization.Regularization> terms = new ArrayList<>();
        if (weightDecay > 0) {
            terms.add(new WeightDecay(weightDecay, true));
        }
        if (l2 > 0) {
            terms.add(new L2Regularization(l2));
        }
        if (l1 > 0) {
            terms.add(new L1Regularization(l1));
        }
        return terms;
    }

    /** The dimensions of the weights that go into one unit: of [outputs, inputs, height, width] or [inputs, outputs]. */
    private static int[] intoUnit(BaseLayer layer) {
        if (layer instanceof ConvolutionLayer) {
            return new int[] {1, 2, 3};
        }
        boolean looksUp = layer instanceof EmbeddingLayer || layer instanceof EmbeddingSequenceLayer;
        return new int[] {looksUp ? 1 : 0};
    }
}
