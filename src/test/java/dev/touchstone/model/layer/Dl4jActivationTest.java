package dev.touchstone.model.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class Dl4jActivationTest {
    /** DL4J's GELU and swish were NaN at the upper ones: a network of GELU on standardised digits was lost in 7 steps. */
    @ParameterizedTest
    @EnumSource(names = {"GELU", "SWISH", "RELU", "ELU", "SELU", "TANH", "SIGMOID", "LEAKY_RELU"})
    void gradient_isTheSlopeAndFiniteForLargeInputs(ActivationFunction function) {
        IActivation activation = Dl4jActivation.of(function);
        double step = 1e-4;

        for (double x : new double[] {-1000, -100, -30, -5, -1.5, -0.2, 0.3, 1, 4, 19, 21, 27, 30, 90, 1000}) {
            double slope = (value(activation, x + step) - value(activation, x - step)) / (2 * step);
            double gradient = activation.backprop(at(x), at(1)).getFirst().getDouble(0);
            assertThat(gradient).as("slope of %s at %s", function, x).isCloseTo(slope, within(1e-4));
        }
    }

    private static double value(IActivation activation, double x) {
        return activation.getActivation(at(x), true).getDouble(0);
    }

    private static INDArray at(double x) {
        return Nd4j.createFromArray(new double[][] {{x}}).castTo(DataType.DOUBLE);
    }
}
