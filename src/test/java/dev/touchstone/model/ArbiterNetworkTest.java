package dev.touchstone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.base.Json;
import dev.touchstone.base.UserError;
import dev.touchstone.data.Task;
import dev.touchstone.data.Tasks;
import dev.touchstone.data.factory.ClassPath;
import dev.touchstone.space.Assignment;
import dev.touchstone.space.SearchSpace;
import dev.touchstone.space.SpaceSection;
import dev.touchstone.spec.JsonReader;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecException;
import dev.touchstone.spec.SpecNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.deeplearning4j.arbiter.ComputationGraphSpace;
import org.deeplearning4j.arbiter.MultiLayerSpace;
import org.deeplearning4j.arbiter.conf.updater.AdamSpace;
import org.deeplearning4j.arbiter.conf.updater.NesterovsSpace;
import org.deeplearning4j.arbiter.layers.DenseLayerSpace;
import org.deeplearning4j.arbiter.layers.OutputLayerSpace;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;
import org.deeplearning4j.arbiter.optimize.distribution.LogUniformDistribution;
import org.deeplearning4j.arbiter.optimize.parameter.FixedValue;
import org.deeplearning4j.arbiter.optimize.parameter.continuous.ContinuousParameterSpace;
import org.deeplearning4j.arbiter.optimize.parameter.discrete.DiscreteParameterSpace;
import org.deeplearning4j.arbiter.optimize.parameter.integer.IntegerParameterSpace;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Networks of spaces that Arbiter itself wrote. */
class ArbiterNetworkTest {
    private static final int WIDTH = 12;
    private static final int CLASSES = 3;
    private static final Task TASK = Tasks.classes(CLASSES);
    private static final ParameterSpace<Integer> UNITS = new IntegerParameterSpace(4, 9);

    private static MultiLayerSpace.Builder space() {
        return new MultiLayerSpace.Builder()
                .updater(new NesterovsSpace(
                        new ContinuousParameterSpace(new LogUniformDistribution(1e-3, 0.1)),
                        new ContinuousParameterSpace(0.5, 0.9)))
                .dropOut(new ContinuousParameterSpace(0.5, 0.9))
                .l2(new ContinuousParameterSpace(1e-4, 1e-2))
                .addLayer(
                        new DenseLayerSpace.Builder()
                                .nIn(99)
                                .nOut(UNITS)
                                .activation(new DiscreteParameterSpace<>(Activation.RELU, Activation.TANH))
                                .build(),
                        new IntegerParameterSpace(1, 3))
                .addLayer(output(UNITS));
    }

    private static OutputLayerSpace output(ParameterSpace<Integer> inputs) {
        return new OutputLayerSpace.Builder()
                .nIn(inputs)
                .nOut(CLASSES)
                .activation(Activation.SOFTMAX)
                .lossFunction(LossFunctions.LossFunction.MCXENT)
                .build();
    }

    /** @throws SpecException with what is wrong */
    private static ModelSection read(String json) {
        return read(json, Map.of());
    }

    /** @param others keys of the section beside the space */
    private static ModelSection read(String json, Map<String, SpecNode> others) {
        Problems problems = new Problems(Path.of("spec.yaml"));
        Map<String, SpecNode> children = new HashMap<>(others);
        children.put("arbiter", new JsonReader(4).read(Json.tree(json), "model.arbiter"));
        ModelSection section =
                ModelSpecReader.read(new SpecNode.Mapping(4, "model", children), ClassPath.NONE, problems);
        problems.throwIfAny();
        return section;
    }

    private static Assignment drawn(ModelSection section, long seed) {
        SearchSpace space = new SpaceSection(Set.of(), section.parameters()).toSpace();
        return space.getValue(
                new SplittableRandom(seed).doubles(space.numParameters(), 0, 1).toArray());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void network_isTheOneOfTheAssignment(long seed) {
        ModelSection section = read(space().build().toJson());
        Assignment assignment = drawn(section, seed);
        SteppedRate rate = new SteppedRate();
        rate.set(0.25);
        NetworkBuilder builder = new NetworkBuilder(section.spec(), List.of(WIDTH), TASK);

        MultiLayerConfiguration configuration =
                ((NetworkConfiguration.Chain) builder.regularised(assignment, rate, seed)).chain();

        assertThat(configuration.getConfs()).hasSize(1 + whole(assignment, "layers[0].numLayers"));
        DenseLayer first = (DenseLayer) configuration.getConf(0).getLayer();
        assertThat(first.getNIn()).isEqualTo(WIDTH);
        assertThat(first.getNOut()).isEqualTo(whole(assignment, "layers[0].nOut"));
        assertThat(first.getActivationFn().toString())
                .isEqualToIgnoringCase((String) assignment.value("layers[0].activationFunction.activation"));
        Nesterovs updater = (Nesterovs) first.getIUpdater();
        assertThat(updater.getLearningRate(0, 0)).isEqualTo(0.25);
        assertThat(updater.currentMomentum(0, 0)).isEqualTo(assignment.number("updater.momentum"));
        assertThat(((L2Regularization) first.getRegularization().get(0)).getL2().valueAt(0, 0))
                .isEqualTo(assignment.number("l2"));
        assertThat(builder.momentum(assignment)).isEqualTo(assignment.number("updater.momentum"));
        assertThat(assignment.number("learning-rate")).isBetween(1e-3, 0.1);
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        assertThat(network.numParams()).isEqualTo(builder.parameters(assignment));
    }

    private static int whole(Assignment assignment, String name) {
        return (int) assignment.number(name);
    }

    @Test
    void plainNetwork_hasTheSameParametersAndNoRegularisation() {
        ModelSection section = read(space().build().toJson());
        Assignment assignment = drawn(section, 5);
        NetworkBuilder builder = new NetworkBuilder(section.spec(), List.of(WIDTH), TASK);

        MultiLayerNetwork plain = network(builder.plain(assignment, new SteppedRate(), 8));
        MultiLayerNetwork regularised = network(builder.regularised(assignment, new SteppedRate(), 8));

        assertThat(plain.params().toFloatVector())
                .isEqualTo(regularised.params().toFloatVector());
        assertThat(regularised.calcRegularizationScore(true)).isPositive();
        assertThat(plain.calcRegularizationScore(true)).isZero();
        assertThat(plain.getLayers())
                .allSatisfy(layer -> assertThat(((BaseLayer) layer.conf().getLayer()).getIDropout())
                        .isNull());
    }

    private static MultiLayerNetwork network(NetworkConfiguration configuration) {
        MultiLayerNetwork network = new MultiLayerNetwork(((NetworkConfiguration.Chain) configuration).chain());
        network.init();
        return network;
    }

    @Test
    void graphSpace_makesAGraph() {
        ComputationGraphSpace space = new ComputationGraphSpace.Builder()
                .updater(new AdamSpace(new ContinuousParameterSpace(1e-3, 0.1)))
                .addInputs("in")
                .addLayer(
                        "left",
                        new DenseLayerSpace.Builder().nIn(WIDTH).nOut(UNITS).build(),
                        "in")
                .addLayer(
                        "right",
                        new DenseLayerSpace.Builder().nIn(WIDTH).nOut(5).build(),
                        "in")
                .addLayer("out", output(new IntegerParameterSpace(1, 2)), "left", "right")
                .setOutputs("out")
                .build();
        ModelSection section = read(space.toJson());
        NetworkBuilder builder = new NetworkBuilder(section.spec(), List.of(WIDTH), TASK);

        ComputationGraph graph = new ComputationGraph(
                ((NetworkConfiguration.Graph) builder.regularised(drawn(section, 3), new SteppedRate(), 1)).graph());
        graph.init();

        FeedForwardLayer left = (FeedForwardLayer) graph.getLayer("left").conf().getLayer();
        assertThat(left.getNOut()).isEqualTo(whole(drawn(section, 3), "layers[0].nOut"));
        assertThat(((Adam) ((BaseLayer) left).getIUpdater()).getLearningRateSchedule())
                .isInstanceOf(SteppedRate.class);
        assertThat(graph.layerSize("out")).isEqualTo(CLASSES);
    }

    @Test
    void lastLayerOfAnotherWidth_isRefusedForTheTask() {
        GivenSpec spec = (GivenSpec) read(space().build().toJson()).spec();

        assertThat(spec.checkTask(TASK)).isEmpty();
        assertThat(spec.checkTask(Tasks.classes(7)))
                .hasValue("model: arbiter: the output layer has nOut 3, and the data are for 7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "org.deeplearning4j.arbiter.conf.updater.NesterovsSpace | com.example.Gadget   | found the class 'com.example.Gadget'",
                "UniformIntegerDistribution                             | BinomialDistribution | found a BinomialDistribution, expected",
                "arbiter.MultiLayerSpace                                | arbiter.Other        | expected what toJson() of Arbiter's",
            })
    void jsonThatMayNotGoToArbiter_isRefusedInALine(String part, String instead, String message) {
        String json = space().build().toJson();
        assertThat(json).contains(part);

        assertThatThrownBy(() -> read(json.replace(part, instead)))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("spec.yaml:4: model.arbiter: ")
                .hasMessageContaining(message);
    }

    @Test
    void spaceThatArbiterCannotRead_isToldAsTheUsersOwn() {
        ModelSection section = read(space().build().toJson().replace("NesterovsSpace", "MissingSpace"));
        NetworkBuilder builder = new NetworkBuilder(section.spec(), List.of(WIDTH), TASK);

        assertThatThrownBy(() -> builder.parameters(drawn(section, 1)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("model: arbiter: ")
                .hasMessageContaining("MissingSpace");
    }

    @Test
    void serialisedJavaObject_isRefusedUnread() {
        String json = new MultiLayerSpace.Builder()
                .updater(new Adam(0.01))
                .addLayer(output(UNITS))
                .build()
                .toJson();

        assertThatThrownBy(() -> read(json))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("updater: found a serialised Adam, which may be any code")
                .hasMessageContaining("AdamSpace");
    }

    @Test
    void serialisedInputType_isPassedOverForTheDataTellIt() {
        String json = space().setInputType(InputType.feedForward(77)).build().toJson();
        ModelSection section = read(json);

        MultiLayerNetwork network = network(new NetworkBuilder(section.spec(), List.of(WIDTH), TASK)
                .regularised(drawn(section, 1), new SteppedRate(), 1));

        assertThat(((FeedForwardLayer) network.getLayer(0).conf().getLayer()).getNIn())
                .isEqualTo(WIDTH);
    }

    private static DenseLayerSpace dense(double lowest, double highest) {
        return new DenseLayerSpace.Builder()
                .nOut(5)
                .activation(Activation.TANH)
                .updater(new AdamSpace(new ContinuousParameterSpace(lowest, highest)))
                .build();
    }

    private static String withRatesOfLayers() {
        return new MultiLayerSpace.Builder()
                .updater(new AdamSpace(new FixedValue<>(0.5)))
                .addLayer(dense(0.01, 0.02))
                .addLayer(dense(0.1, 0.2))
                .addLayer(output(UNITS))
                .build()
                .toJson();
    }

    private static Map<String, SpecNode> stated(String rate) {
        return Map.of("learning-rate", new SpecNode.Scalar(4, "model.learning-rate", rate));
    }

    @Test
    void severalLearningRates_wantOneToBeStated() {
        assertThatThrownBy(() -> read(withRatesOfLayers()))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("found 2 learning rates: layers[0].updater.learningRate,"
                        + " layers[1].updater.learningRate; expected one, of the network's updater, or"
                        + " model: {learning-rate: NAME}");
        assertThatThrownBy(() -> read(withRatesOfLayers(), stated("layers[1].updater.learningrate")))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("nothing that varies in it is called 'layers[1].updater.learningrate'; did you"
                        + " mean 'layers[1].updater.learningRate'?");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void ratesOfLayers_keepTheirProportionToTheOneThatIsStated(long seed) {
        ModelSection section = read(withRatesOfLayers(), stated("layers[1].updater.learningRate"));
        Assignment assignment = drawn(section, seed);
        assertThat(assignment.number("learning-rate")).isBetween(0.1, 0.2);
        double own = assignment.number("layers[0].updater.learningRate");
        assertThat(own).isBetween(0.01, 0.02);
        SteppedRate rate = new SteppedRate();
        MultiLayerConfiguration network = ((NetworkConfiguration.Chain)
                        new NetworkBuilder(section.spec(), List.of(WIDTH), TASK).regularised(assignment, rate, 1))
                .chain();

        rate.set(assignment.number("learning-rate") / 4);

        assertThat(rate(network, 0)).isCloseTo(own / 4, within(1e-9));
        assertThat(rate(network, 1)).isCloseTo(assignment.number("learning-rate") / 4, within(1e-9));
        assertThat(rate(network, 2)).isCloseTo(0.5 / 4, within(1e-9));
    }

    private static double rate(MultiLayerConfiguration network, int layer) {
        return ((BaseLayer) network.getConf(layer).getLayer()).getIUpdater().getLearningRate(7, 1);
    }

    @Test
    void statedRate_isOfAnArbiterSpaceOnly() {
        Problems problems = new Problems(Path.of("spec.yaml"));
        Map<String, SpecNode> children = new HashMap<>(stated("updater.learningRate"));
        children.put("layers", new SpecNode.Sequence(4, "model.layers", List.of()));

        ModelSpecReader.read(new SpecNode.Mapping(4, "model", children), ClassPath.NONE, problems);

        assertThatThrownBy(problems::throwIfAny)
                .hasMessage(
                        "spec.yaml:4: model.learning-rate: says which parameter of an Arbiter space it is, and there is"
                                + " no such space; remove it");
    }
}
