package dev.touchstone.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

class InvertedDropConnectTest {
    private static final int DRAWS = 2_000;

    private static MultiLayerNetwork network(double kept) {
        DenseLayer noisy = new DenseLayer.Builder()
                .nIn(5)
                .nOut(4)
                .activation(Activation.IDENTITY)
                .weightNoise(new InvertedDropConnect(kept))
                .build();
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(3)
                .updater(new Sgd(0.1))
                .list()
                .layer(noisy)
                .layer(new OutputLayer.Builder().nIn(4).nOut(2).build())
                .build());
        network.init();
        return network;
    }

    /** Of weights that are dropped and not made up for, the mean would be the kept share of it. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.8})
    void meanOfManyDraws_isWhatInferenceGives(double kept) {
        Nd4j.getRandom().setSeed(11);
        MultiLayerNetwork network = network(kept);
        INDArray input = Nd4j.createFromArray(new float[][] {{1, -2, 0.5f, 3, -1}});
        INDArray clean = hidden(network, input, false);
        INDArray sum = Nd4j.zeros(1, 4);
        INDArray squares = Nd4j.zeros(1, 4);
        for (int draw = 0; draw < DRAWS; draw++) {
            INDArray drawn = hidden(network, input, true);
            sum.addi(drawn);
            squares.addi(drawn.mul(drawn));
        }

        for (int unit = 0; unit < 4; unit++) {
            double mean = sum.getDouble(unit) / DRAWS;
            double variance = squares.getDouble(unit) / DRAWS - mean * mean;
            assertThat(variance).isGreaterThan(1e-3);
            assertThat(Math.abs(mean - clean.getDouble(unit))).isLessThan(4 * Math.sqrt(variance / DRAWS));
        }
        assertThat(hidden(network, input, false)).isEqualTo(clean);
    }

    private static INDArray hidden(MultiLayerNetwork network, INDArray input, boolean training) {
        return network.feedForward(input.dup(), training).get(1);
    }
}
