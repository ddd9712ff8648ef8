package dev.touchstone.model.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.lossfunctions.impl.LossPoisson;

class RowLossTest {
    private static final int ROWS = 6;
    private static final double STEP = 1e-6;

    /** A row is of one of three classes, has some of three labels, or is a count; none of them is special to a loss. */
    static Stream<Arguments> losses() {
        List<Double> weights = List.of(0.5, 3.0, 1.25);
        return Stream.of(
                Arguments.of(new FocalLoss(0), Activation.SOFTMAX, classes()),
                Arguments.of(new FocalLoss(0.5), Activation.SOFTMAX, classes()),
                Arguments.of(new FocalLoss(2), Activation.SOFTMAX, classes()),
                Arguments.of(new FocalLoss(2), Activation.SOFTMAX, shares()),
                Arguments.of(new FocalLoss(2), Activation.SIGMOID, classes()),
                Arguments.of(new BinaryFocalLoss(0), Activation.SIGMOID, labels(3)),
                Arguments.of(new BinaryFocalLoss(0.5), Activation.SIGMOID, labels(3)),
                Arguments.of(new BinaryFocalLoss(2), Activation.SIGMOID, labels(1)),
                Arguments.of(new BinaryFocalLoss(2), Activation.SOFTMAX, labels(3)),
                Arguments.of(new HuberLoss(0.4), Activation.IDENTITY, counts(1)),
                Arguments.of(new HuberLoss(0.4), Activation.TANH, counts(2)),
                Arguments.of(new PoissonLoss(), Activation.SOFTPLUS, counts(1)),
                Arguments.of(new PoissonLoss(), Activation.SIGMOID, counts(2)),
                Arguments.of(new ClassWeightedLoss(new LossMCXENT(), weights), Activation.SOFTMAX, classes()),
                Arguments.of(new ClassWeightedLoss(new FocalLoss(2), weights), Activation.SOFTMAX, classes()),
                Arguments.of(new ClassWeightedLoss(new LossBinaryXENT(), weights), Activation.SIGMOID, labels(1)));
    }

    private static INDArray classes() {
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, ROWS, 3);
        for (int row = 0; row < ROWS; row++) {
            labels.putScalar(row, row % 3, 1);
        }
        return labels;
    }

    private static INDArray shares() {
        return classes().mul(0.7).addi(0.1);
    }

    private static INDArray labels(int width) {
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, ROWS, width);
        for (int i = 0; i < ROWS * width; i++) {
            labels.putScalar(i, i % 5 < 2 ? 1 : 0);
        }
        return labels;
    }

    private static INDArray counts(int width) {
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, ROWS, width);
        for (int i = 0; i < ROWS * width; i++) {
            labels.putScalar(i, i % 4);
        }
        return labels;
    }

    private static INDArray inputs(long[] shape, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        INDArray inputs = Nd4j.zeros(DataType.DOUBLE, shape);
        for (int i = 0; i < inputs.length(); i++) {
            inputs.putScalar(i, 1.5 * random.nextGaussian());
        }
        return inputs;
    }

    @ParameterizedTest
    @MethodSource("losses")
    void gradient_isThatOfTheScore(ILossFunction loss, Activation named, INDArray labels) {
        IActivation activation = named.getActivationFunction();
        INDArray inputs = inputs(labels.shape(), 5);

        INDArray gradient = loss.computeGradient(labels, inputs.dup(), activation, null);

        for (int i = 0; i < inputs.length(); i++) {
            double up = loss.computeScore(labels, moved(inputs, i, STEP), activation, null, false);
            double down = loss.computeScore(labels, moved(inputs, i, -STEP), activation, null, false);
            assertThat(gradient.getDouble(i)).as("input %d", i).isCloseTo((up - down) / (2 * STEP), within(1e-6));
        }
        assertThat(loss.computeScore(labels, inputs.dup(), activation, null, true))
                .isCloseTo(
                        loss.computeScoreArray(labels, inputs.dup(), activation, null)
                                .meanNumber()
                                .doubleValue(),
                        within(1e-12));
    }

    private static INDArray moved(INDArray inputs, int i, double by) {
        INDArray moved = inputs.dup();
        moved.putScalar(i, inputs.getDouble(i) + by);
        return moved;
    }

    private static void assertSame(ILossFunction loss, ILossFunction other, Activation named, INDArray labels) {
        IActivation activation = named.getActivationFunction();
        INDArray inputs = inputs(labels.shape(), 8);

        assertThat(loss.computeScoreArray(labels, inputs.dup(), activation, null)
                        .toDoubleVector())
                .containsExactly(
                        other.computeScoreArray(labels, inputs.dup(), activation, null)
                                .toDoubleVector(),
                        within(1e-6));
        assertThat(loss.computeGradient(labels, inputs.dup(), activation, null)
                        .ravel()
                        .toDoubleVector())
                .containsExactly(
                        other.computeGradient(labels, inputs.dup(), activation, null)
                                .ravel()
                                .toDoubleVector(),
                        within(1e-6));
    }

    @Test
    void focalWithoutFocus_isCrossEntropy() {
        assertSame(new FocalLoss(0), new LossMCXENT(), Activation.SOFTMAX, classes());
        assertSame(new BinaryFocalLoss(0), new LossBinaryXENT(), Activation.SIGMOID, labels(3));
        assertSame(new BinaryFocalLoss(0), new LossBinaryXENT(), Activation.SIGMOID, labels(1));
    }

    @Test
    void huberOfErrorsWithinDelta_isTheSquaredError() {
        assertSame(new HuberLoss(1e3), new LossMSE(), Activation.IDENTITY, counts(2));
    }

    @Test
    void poisson_isThatOfDl4jWhereSinglePrecisionBearsIt() {
        assertSame(new PoissonLoss(), new LossPoisson(), Activation.SOFTPLUS, counts(2));
    }

    @Test
    void weightsOfOne_changeNothing() {
        List<Double> ones = List.of(1.0, 1.0, 1.0);

        assertSame(new ClassWeightedLoss(new LossMCXENT(), ones), new LossMCXENT(), Activation.SOFTMAX, classes());
        assertSame(
                new ClassWeightedLoss(new LossBinaryXENT(), ones), new LossBinaryXENT(), Activation.SIGMOID, labels(1));
    }

    @Test
    void weightOfAClass_multipliesTheGradientOfItsRows() {
        INDArray labels = labels(1);
        INDArray inputs = inputs(labels.shape(), 2);
        IActivation sigmoid = Activation.SIGMOID.getActivationFunction();
        INDArray plain = new LossBinaryXENT().computeGradient(labels, inputs.dup(), sigmoid, null);

        INDArray weighted = new ClassWeightedLoss(new LossBinaryXENT(), List.of(0.25, 7.0))
                .computeGradient(labels, inputs.dup(), sigmoid, null);

        for (int row = 0; row < ROWS; row++) {
            double weight = labels.getDouble(row) == 1 ? 7 : 0.25;
            assertThat(weighted.getDouble(row)).isCloseTo(weight * plain.getDouble(row), within(1e-9));
        }
    }

    /** (1 - p)^gamma of the right class's probability, 0.9 and 0.5 (Lin et al. 2017, equation 4). */
    @Test
    void focus_takesFromWhatIsToldWell() {
        INDArray inputs = Nd4j.createFromArray(new double[][] {{Math.log(9), 0}, {0, 0}});
        INDArray labels = Nd4j.createFromArray(new double[][] {{1, 0}, {1, 0}});

        double[] scores = new FocalLoss(2)
                .computeScoreArray(labels, inputs, Activation.SOFTMAX.getActivationFunction(), null)
                .toDoubleVector();

        assertThat(scores[0]).isCloseTo(-0.01 * Math.log(0.9), within(1e-9));
        assertThat(scores[1]).isCloseTo(-0.25 * Math.log(0.5), within(1e-9));
    }

    @Test
    void errorBeyondDelta_countsInProportion() {
        INDArray inputs = Nd4j.createFromArray(new double[][] {{0.5}, {5}, {50}});
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, 3, 1);

        assertThat(new HuberLoss(2)
                        .computeScoreArray(labels, inputs, Activation.IDENTITY.getActivationFunction(), null)
                        .toDoubleVector())
                .containsExactly(0.25, 2 * 2 * 5 - 4, 2 * 2 * 50 - 4);
    }

    /** DL4J's own gives NaN for them all. */
    @ParameterizedTest
    @ValueSource(floats = {-20, -40, -60})
    void countsNearZero_haveAFiniteLossAndAWayUp(float input) {
        INDArray inputs = Nd4j.createFromArray(new float[][] {{input}, {input}});
        INDArray labels = Nd4j.createFromArray(new float[][] {{0}, {3}});
        IActivation softplus = Activation.SOFTPLUS.getActivationFunction();

        INDArray scores = new PoissonLoss().computeScoreArray(labels, inputs.dup(), softplus, null);
        INDArray gradient = new PoissonLoss().computeGradient(labels, inputs.dup(), softplus, null);

        assertThat(new LossPoisson().computeScore(labels, inputs.dup(), softplus, null, true))
                .isNaN();
        assertThat(scores.getFloat(0)).isCloseTo(0, within(1e-6f));
        assertThat(scores.getFloat(1)).isBetween(50f, 400f);
        assertThat(gradient.getFloat(0)).isCloseTo(0, within(1e-6f));
        assertThat(gradient.getFloat(1)).isCloseTo(-3, within(1e-3f));
    }

    /** Far from the truth the gradient of cross-entropy is 1, whatever single precision makes of the probability. */
    @ParameterizedTest
    @ValueSource(floats = {15, 40, 200})
    void rowFarFromTheTruth_keepsItsGradient(float logit) {
        INDArray classes = Nd4j.createFromArray(new float[][] {{logit, 0}});
        INDArray wrong = Nd4j.createFromArray(new float[][] {{0, 1}});
        INDArray gradient =
                new FocalLoss(2).computeGradient(wrong, classes, Activation.SOFTMAX.getActivationFunction(), null);
        INDArray ofNo = new BinaryFocalLoss(2)
                .computeGradient(
                        Nd4j.createFromArray(new float[][] {{0}}),
                        Nd4j.createFromArray(new float[][] {{logit}}),
                        Activation.SIGMOID.getActivationFunction(),
                        null);

        assertThat(gradient.toFloatVector()).containsExactly(new float[] {1, -1}, within(1e-3f));
        assertThat(ofNo.getFloat(0)).isCloseTo(1, within(1e-3f));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void outputThatIsNotANumber_isNotHidden(ILossFunction loss, Activation activation, INDArray labels) {
        INDArray inputs = inputs(labels.shape(), 1);
        inputs.putRow(0, Nd4j.valueArrayOf(new long[] {inputs.size(1)}, Double.NaN));

        assertThat(loss.computeScore(labels, inputs, activation.getActivationFunction(), null, true))
                .isNaN();
    }

    @Test
    void mask_isRefused() {
        assertThatThrownBy(() -> new HuberLoss(1)
                        .computeScore(
                                counts(1),
                                counts(1),
                                Activation.IDENTITY.getActivationFunction(),
                                Nd4j.ones(ROWS, 1),
                                true))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("rows are whole, found a mask");
    }
}
