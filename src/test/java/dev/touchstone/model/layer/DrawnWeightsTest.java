package dev.touchstone.model.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DrawnWeightsTest {
    private static final int FILTERS = 64;

    static Stream<Arguments> layers() {
        InputType sequence = InputType.recurrent(8, 40);
        return Stream.of(
                Arguments.of(new DenseLayer.Builder().nOut(FILTERS).build(), InputType.feedForward(90), 90, 1),
                Arguments.of(convolution(1), sequence, 8, 1),
                Arguments.of(convolution(9), sequence, 8, 9),
                Arguments.of(
                        new ConvolutionLayer.Builder(3, 5).nOut(FILTERS).build(),
                        InputType.convolutional(20, 20, 4),
                        4,
                        15));
    }

    private static Layer convolution(int width) {
        return new Convolution1DLayer.Builder(width, 1, 0)
                .convolutionMode(ConvolutionMode.Same)
                .nOut(FILTERS)
                .build();
    }

    /** DL4J alone drew those of a convolution along a sequence too small by the root of the kernel's width. */
    @ParameterizedTest
    @MethodSource("layers")
    void spreadOfWeights_isThatOfThePaperForEveryKindOfLayer(Layer layer, InputType rows, int channels, int kernel) {
        double inputs = (double) channels * kernel;
        double outputs = (double) FILTERS * kernel;

        assertSpread(Initialisation.HE, (in, out) -> Math.sqrt(2 / in), layer, rows, inputs, outputs);
        assertSpread(Initialisation.HE_UNIFORM, (in, out) -> Math.sqrt(2 / in), layer, rows, inputs, outputs);
        assertSpread(Initialisation.LECUN, (in, out) -> Math.sqrt(1 / in), layer, rows, inputs, outputs);
        assertSpread(Initialisation.XAVIER, (in, out) -> Math.sqrt(2 / (in + out)), layer, rows, inputs, outputs);
        assertSpread(Initialisation.NORMAL, (in, out) -> Initialisation.SPREAD, layer, rows, inputs, outputs);
    }

    private static void assertSpread(
            Initialisation initialisation,
            DoubleBinaryOperator deviation,
            Layer layer,
            InputType rows,
            double inputs,
            double outputs) {
        new DrawnWeights(initialisation).of(layer);
        NeuralNetConfiguration.ListBuilder network =
                new NeuralNetConfiguration.Builder().seed(1).list().layer(layer.clone());
        if (!(layer instanceof DenseLayer)) {
            network.layer(new GlobalPoolingLayer.Builder().build());
        }
        MultiLayerNetwork made = new MultiLayerNetwork(
                network.layer(new OutputLayer.Builder().nOut(2).build())
                        .setInputType(rows)
                        .build());
        made.init();

        double wanted = deviation.applyAsDouble(inputs, outputs);
        assertThat(made.getParam("0_W").stdNumber().doubleValue())
                .as("%s of %s", initialisation, layer)
                .isCloseTo(wanted, within(0.1 * wanted));
    }
}
