package dev.touchstone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.touchstone.data.Task;
import dev.touchstone.data.Tasks;
import dev.touchstone.model.layer.ActivationFunction;
import dev.touchstone.space.Assignment;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import org.nd4j.linalg.schedule.FixedSchedule;

class NetworkBuilderTest {
    private static final int INPUTS = 5;
    private static final int CLASSES = 3;
    private static final Task TASK = Tasks.classes(CLASSES);
    private static final LayerSpec OUTPUT = new LayerSpec.Output(LossFunction.CROSS_ENTROPY);

    private static NetworkBuilder builder() {
        return new NetworkBuilder(
                new ModelSpec(List.of(
                        new LayerSpec.Dense(new Setting.Reference("width"), new Setting.Fixed("relu")),
                        new LayerSpec.Dropout(new Setting.Reference("dropout")),
                        new LayerSpec.Dense(new Setting.Fixed(4), new Setting.Reference("activation")),
                        OUTPUT)),
                List.of(INPUTS),
                TASK);
    }

    private static Assignment assignment(double dropout) {
        return new Assignment(Map.of("width", 7, "dropout", dropout, "activation", "tanh", "weight-decay", 0.01));
    }

    private static NetworkConfiguration regularised(Assignment assignment) {
        return builder().regularised(assignment, new SteppedRate(), 1);
    }

    private static List<Layer> layers(NetworkConfiguration configuration) {
        return configuration.layers().map(NeuralNetConfiguration::getLayer).toList();
    }

    private static List<Long> sizes(NetworkConfiguration configuration) {
        return layers(configuration).stream()
                .filter(FeedForwardLayer.class::isInstance)
                .map(FeedForwardLayer.class::cast)
                .filter(layer -> !(layer instanceof DropoutLayer))
                .flatMap(layer -> List.of(layer.getNIn(), layer.getNOut()).stream())
                .toList();
    }

    @Test
    void layers_areThoseOfTheSpecInItsSizes() {
        NetworkConfiguration configuration = regularised(assignment(0.3));

        assertThat(layers(configuration)).hasSize(4);
        assertThat(sizes(configuration)).containsExactly(5L, 7L, 7L, 4L, 4L, 3L);
        MultiLayerNetwork network = network(configuration);
        assertThat(network.numParams()).isEqualTo((5 * 7 + 7) + (7 * 4 + 4) + (4 * 3 + 3));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.0", "1, 0.3", "7, 0.0", "7, 0.3", "333, 0.9"})
    void parameters_areCountedAsTheNetworkHasThem(int width, double dropout) {
        Assignment assignment = assignment(dropout).with("width", width);

        assertThat(builder().parameters(assignment))
                .isEqualTo(network(regularised(assignment)).numParams());
    }

    /** The larger of them would take more memory than any machine has. */
    @ParameterizedTest
    @CsvSource({"65536, 4295622659", "2147483647, 4611686035607257082"})
    void parametersOfAHugeNetwork_areCountedWithoutMakingIt(int width, long parameters) {
        LayerSpec wide = new LayerSpec.Dense(new Setting.Reference("width"), new Setting.Fixed("relu"));
        NetworkBuilder huge = new NetworkBuilder(new ModelSpec(List.of(wide, wide, OUTPUT)), List.of(INPUTS), TASK);

        assertThat(huge.parameters(assignment(0).with("width", width))).isCloseTo(parameters, withinPercentage(1e-12));
    }

    @Test
    void dropoutRate_isTheShareThatIsDropped() {
        Layer dropout = layers(regularised(assignment(0.3))).get(1);
        assertThat(((Dropout) dropout.getIDropout()).getP()).isCloseTo(0.7, within(1e-12));

        NetworkBuilder wide = new NetworkBuilder(
                new ModelSpec(List.of(new LayerSpec.Dropout(new Setting.Fixed(0.3)), OUTPUT)), List.of(2_000), TASK);
        MultiLayerNetwork network = network(wide.regularised(assignment(0), new SteppedRate(), 1));
        INDArray dropped =
                network.feedForward(Nd4j.ones(DataType.FLOAT, 5, 2_000), true).get(1);
        double zeros = dropped.eq(0).castTo(DataType.FLOAT).meanNumber().doubleValue();
        assertThat(zeros).isCloseTo(0.3, within(0.02));
        assertThat(dropped.meanNumber().doubleValue()).isCloseTo(1, within(0.03));
    }

    @Test
    void twoLabels_haveAnOutputEach() {
        ModelSpec output = new ModelSpec(List.of(new LayerSpec.Output(LossFunction.BINARY_CROSS_ENTROPY)));
        Task labels = new Task.MultiLabel(List.of("even", "large"));

        assertThat(sizes(new NetworkBuilder(output, List.of(5), labels)
                        .regularised(assignment(0), new SteppedRate(), 1)))
                .containsExactly(5L, 2L);
        assertThat(sizes(new NetworkBuilder(output, List.of(5), Tasks.classes(2))
                        .regularised(assignment(0), new SteppedRate(), 1)))
                .containsExactly(5L, 1L);
    }

    @Test
    void unitsOfARecurrentLayer_countAmongTheNarrowest() {
        LayerSpec lstm = new LayerSpec.Plain(LayerKind.LSTM, Map.of("units", List.of(new Setting.Fixed(3))));

        assertThat(new NetworkBuilder(new ModelSpec(List.of(lstm, OUTPUT)), List.of(8, 4), TASK).traits(assignment(0)))
                .hasValueSatisfying(traits -> assertThat(traits.narrowest()).isEqualTo(3));
    }

    @Test
    void dropoutOfRateZero_isNoLayer() {
        assertThat(layers(regularised(assignment(0)))).hasSize(3).noneMatch(DropoutLayer.class::isInstance);
    }

    @Test
    void weightDecay_isOnTheWeightsOfTheRegularisedNetworkOnly() {
        assertThat(decayed(regularised(assignment(0.3)))).hasSize(3).allSatisfy(layer -> {
            assertThat(layer.getRegularization()).hasSize(1);
            WeightDecay decay = (WeightDecay) layer.getRegularization().get(0);
            assertThat(decay.getCoeff().valueAt(0, 0)).isEqualTo(0.01);
            assertThat(layer.getRegularizationBias()).isEmpty();
        });
        NetworkConfiguration plain = builder().plain(assignment(0.3), new SteppedRate(), 1);
        assertThat(decayed(plain)).isEmpty();
        assertThat(layers(plain)).hasSize(3).noneMatch(DropoutLayer.class::isInstance);
        assertThat(decayed(regularised(assignment(0).with("weight-decay", 0.0))))
                .isEmpty();
    }

    private static List<BaseLayer> decayed(NetworkConfiguration configuration) {
        return layers(configuration).stream()
                .filter(layer -> !(layer instanceof DropoutLayer)) // which has no parameters to decay
                .map(BaseLayer.class::cast)
                .filter(layer -> !layer.getRegularization().isEmpty())
                .toList();
    }

    @Test
    void plainAndRegularised_haveTheSameInitialParametersForASeed() {
        INDArray plain =
                network(builder().plain(assignment(0.3), new SteppedRate(), 8)).params();
        INDArray regularised = network(builder().regularised(assignment(0.3), new SteppedRate(), 8))
                .params();
        INDArray another =
                network(builder().plain(assignment(0.3), new SteppedRate(), 9)).params();

        assertThat(plain.toFloatVector()).isEqualTo(regularised.toFloatVector());
        assertThat(plain.toFloatVector()).isNotEqualTo(another.toFloatVector());
    }

    private static MultiLayerNetwork network(NetworkConfiguration configuration) {
        MultiLayerNetwork network = new MultiLayerNetwork(((NetworkConfiguration.Chain) configuration).chain());
        network.init();
        return network;
    }

    @ParameterizedTest
    @EnumSource(Optimiser.class)
    void optimiser_isTheOneOfTheAssignment(Optimiser optimiser) {
        SteppedRate rate = new SteppedRate();
        rate.set(0.25);
        Assignment named = assignment(0).with("optimiser", optimiser.specName()).with("momentum", 0.8);

        assertThat(builder().momentum(named)).isEqualTo(optimiser == Optimiser.NESTEROVS ? 0.8 : 0);
        assertThat(builder().distancePower(named)).isEqualTo(optimiser == Optimiser.ADADELTA ? 1.5 : 1);
        assertThat(layers(builder().regularised(named, rate, 1))).hasSize(3).allSatisfy(layer -> {
            IUpdater updater = ((BaseLayer) layer).getIUpdater();
            assertThat(updater.getLearningRate(0, 0)).isEqualTo(0.25);
            assertThat(updater.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                    .endsWith(optimiser.specName());
        });
    }

    @ParameterizedTest
    @EnumSource(ActivationFunction.class)
    void everyActivation_makesANetworkThatAnswersWithProbabilities(ActivationFunction activation) {
        Assignment named = assignment(0.1).with("activation", activation.specName());
        INDArray answers = network(regularised(named)).output(Nd4j.ones(DataType.FLOAT, 6, INPUTS));

        assertThat(answers.shape()).containsExactly(6, CLASSES);
        assertThat(answers.sumNumber().doubleValue()).isCloseTo(6, within(1e-4));
    }

    @Test
    void binaryCrossEntropyOfTwoClasses_hasOneOutput() {
        LayerSpec output = new LayerSpec.Output(LossFunction.BINARY_CROSS_ENTROPY);
        NetworkBuilder binary = new NetworkBuilder(new ModelSpec(List.of(output)), List.of(INPUTS), Tasks.classes(2));

        assertThat(sizes(binary.plain(assignment(0), new SteppedRate(), 1))).containsExactly(5L, 1L);
    }

    @ParameterizedTest
    @EnumSource(LossFunction.class)
    void networkForOthers_hasNothingThatDl4jLacks(LossFunction loss) {
        boolean ofClasses = loss.suits(Task.Kind.CLASSIFICATION);
        LayerSpec.Output plain = new LayerSpec.Output(loss);
        LayerSpec output = ofClasses ? plain.with(new ClassWeights.Stated(Map.of("1", 3.0))) : plain;
        Task task = ofClasses ? Tasks.classes(2) : new Task.Regression(1, 2);
        NetworkBuilder builder = new NetworkBuilder(new ModelSpec(List.of(output)), List.of(INPUTS), task);
        NetworkConfiguration.Chain made =
                (NetworkConfiguration.Chain) builder.regularised(assignment(0), new FixedSchedule(0.1), 1);

        made.useLossesOfDl4j();
        String json = made.chain().toJson();

        assertThat(json).doesNotContain("touchstone");
        assertThat(MultiLayerConfiguration.fromJson(json).getConfs()).hasSize(1);
    }
}
