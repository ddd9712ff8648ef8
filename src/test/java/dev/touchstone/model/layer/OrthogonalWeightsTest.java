package dev.touchstone.model.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class OrthogonalWeightsTest {
    private static INDArray draw(long seed, long... shape) {
        Nd4j.getRandom().setSeed(seed);
        INDArray view = Nd4j.zeros(
                DataType.FLOAT, 1, Nd4j.prod(Nd4j.createFromArray(shape)).getInt(0));
        return new OrthogonalWeights().init(1, 1, shape, 'f', view);
    }

    /** DL4J's own crashes the process for wide shapes, by some seeds. */
    @ParameterizedTest
    @CsvSource({"51,30", "30,51", "40,40", "1,64", "64,1"})
    void rowsOrColumnsAreOrthonormalForAnyShapeAndSeed(int rows, int columns) {
        for (int seed = 0; seed < 20; seed++) {
            INDArray weights = draw(seed, rows, columns);
            INDArray product = rows <= columns
                    ? weights.mmul(weights.transpose())
                    : weights.transpose().mmul(weights);
            assertThat(product.sub(Nd4j.eye(Math.min(rows, columns)))
                            .norm2Number()
                            .doubleValue())
                    .isLessThan(1e-4);
        }
    }

    @Test
    void theFiltersOfAKernelAreOrthonormal() {
        INDArray filters = draw(3, 6, 2, 3, 3).dup('c').reshape('c', 6, 18);
        assertThat(filters.mmul(filters.transpose())
                        .sub(Nd4j.eye(6))
                        .norm2Number()
                        .doubleValue())
                .isCloseTo(0, within(1e-4));
    }

    @Test
    void theSeedDecidesTheDraw() {
        assertThat(draw(5, 8, 12)).isEqualTo(draw(5, 8, 12)).isNotEqualTo(draw(6, 8, 12));
    }

    @Test
    void theJsonOfANetworkNamesDl4jsOwn() {
        MultiLayerConfiguration network = new NeuralNetConfiguration.Builder()
                .weightInit(new OrthogonalWeights())
                .list(
                        new DenseLayer.Builder().nIn(3).nOut(4).build(),
                        new OutputLayer.Builder().nIn(4).nOut(2).build())
                .build();
        assertThat(network.toJson()).contains("WeightInitDistribution").doesNotContain("touchstone");
    }
}
