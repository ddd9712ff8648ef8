package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.base.Json;
import dev.touchstone.data.factory.CompiledClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks that a user's own class makes, with a layer of the user's own. */
class ClassModelCommandTest {
    /** A dense layer whose weights are as much too large or too small as the user says. */
    private static final String LAYER = """
            package org.example;

            import java.util.Collection;
            import java.util.Map;
            import org.deeplearning4j.nn.api.Layer;
            import org.deeplearning4j.nn.api.ParamInitializer;
            import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
            import org.deeplearning4j.nn.conf.inputs.InputType;
            import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
            import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
            import org.deeplearning4j.nn.layers.BaseLayer;
            import org.deeplearning4j.nn.params.DefaultParamInitializer;
            import org.deeplearning4j.optimize.api.TrainingListener;
            import org.nd4j.linalg.api.buffer.DataType;
            import org.nd4j.linalg.api.ndarray.INDArray;

            public class Scaled extends FeedForwardLayer {
                private double scale = 1;

                public Scaled() {}

                public Scaled(int units, double scale) {
                    setNOut(units);
                    this.scale = scale;
                }

                @Override
                public Layer instantiate(NeuralNetConfiguration conf, Collection<TrainingListener> listeners, int index,
                        INDArray parameters, boolean initialise, DataType type) {
                    Impl layer = new Impl(conf, type);
                    layer.setIndex(index);
                    layer.setParamsViewArray(parameters);
                    Map<String, INDArray> table = initializer().init(conf, parameters, initialise);
                    if (initialise) {
                        table.get("W").muli(scale);
                    }
                    layer.setParamTable(table);
                    layer.setConf(conf);
                    return layer;
                }

                @Override
                public ParamInitializer initializer() {
                    return DefaultParamInitializer.getInstance();
                }

                @Override
                public LayerMemoryReport getMemoryReport(InputType type) {
                    return null;
                }

                public static class Impl extends BaseLayer<Scaled> {
                    public Impl(NeuralNetConfiguration conf, DataType type) {
                        super(conf, type);
                    }

                    @Override
                    public boolean isPretrainLayer() {
                        return false;
                    }
                }
            }
            """;

    private static final String NETWORK = """
            package org.example;

            import java.util.List;
            import java.util.Map;
            import java.util.function.Function;
            import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
            import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
            import org.deeplearning4j.nn.conf.inputs.InputType;
            import org.deeplearning4j.nn.conf.layers.OutputLayer;
            import org.nd4j.linalg.activations.Activation;
            import org.nd4j.linalg.learning.config.Nesterovs;

            public class Network implements Function<Map<String, Object>, MultiLayerConfiguration> {
                @Override
                public MultiLayerConfiguration apply(Map<String, Object> values) {
                    List<?> inputs = (List<?>) values.get("inputs");
                    Scaled hidden = new Scaled((Integer) values.get("units"), ((Number) values.get("scale")).doubleValue());
                    hidden.setActivationFn(Activation.TANH.getActivationFunction());
                    return new NeuralNetConfiguration.Builder()
                            .updater(new Nesterovs(0.9))
                            .list()
                            .layer(hidden)
                            .layer(new OutputLayer.Builder().nOut((Integer) values.get("outputs")).build())
                            .setInputType(InputType.feedForward((Integer) inputs.get(0)))
                            .build();
                }
            }
            """;

    @TempDir
    private Path folder;

    private Path spec;

    @BeforeEach
    void writeClassesAndSpec() throws IOException {
        classes().add("org.example.Scaled", LAYER).add("org.example.Network", NETWORK);
        spec = spec("org.example.Network");
    }

    private CompiledClasses classes() {
        return new CompiledClasses(folder.resolve("classes"));
    }

    private Path spec(String className) throws IOException {
        return Files.writeString(folder.resolve("own.yaml"), """
                data:
                  source: {csv: '%s', label: digit}
                model: {class: %s}
                space:
                  learning-rate: {log-uniform: [0.02, 0.1]}
                  units: {integer: [12, 24]}
                  scale: {choice: [1]}
                training: {epochs: 4}
                search: {trials: 2, seed: 4}
                """.formatted(
                        Path.of("search-spaces/data/digits.csv").toAbsolutePath(), className));
    }

    private Called call(String... arguments) {
        return Called.with(Stream.concat(
                        Stream.of(arguments),
                        Stream.of(
                                "--reports",
                                folder.resolve("reports").toString(),
                                "--classpath",
                                classes().folder().toString()))
                .toArray(String[]::new));
    }

    private Called check(String scale) {
        return Called.with(
                "check",
                spec.toString(),
                "--classpath",
                classes().folder().toString(),
                "--set",
                "scale=" + scale,
                "--json");
    }

    @Test
    void ownLayer_isTrainedInWorkersReplayedAndExported() {
        Called swept = call("sweep", spec.toString(), "--workers", "1");

        assertThat(swept.code()).as(swept.err() + swept.out()).isEqualTo(0);
        JsonNode study = Json.tree(Called.with(
                        "show",
                        "own",
                        "--json",
                        "--reports",
                        folder.resolve("reports").toString())
                .out());
        assertThat(study.at("/ranking/0/values/accuracy").asDouble())
                .as(study.toString())
                .isGreaterThan(0.85);
        Called replayed = call("replay", "own", "--trial", "1");
        assertThat(replayed.code()).as(replayed.out() + replayed.err()).isEqualTo(0);
        assertThat(call("resume", "own").code()).isEqualTo(0);
        assertThat(call("best", "own", "--to", folder.resolve("model").toString())
                        .code())
                .isEqualTo(0);
        assertThat(call("test", "own", "--trial", "1", "--reason", "the end").code())
                .isEqualTo(0);
    }

    @Test
    void badlyInitialisedLayer_isNamedByTheInitialisationGate() {
        Called sound = check("1");
        Called bad = check("200");

        assertThat(sound.code()).as(sound.out() + sound.err()).isEqualTo(0);
        assertThat(verdict(sound)).isEqualTo("pass");
        assertThat(verdict(bad)).as("it learns all the same").isEqualTo("warn");
        assertThat(bad.out()).contains("layer 0-scaled are saturated");
    }

    private static String verdict(Called checked) {
        for (JsonNode gate : Json.tree(checked.out()).at("/gates")) {
            if (gate.path("gate").asText().equals("initialisation")) {
                return gate.path("verdict").asText();
            }
        }
        return "none";
    }

    @Test
    void studyWithoutItsClasses_isToldSo() {
        assertThat(call("sweep", spec.toString(), "--on", "threads").code()).isEqualTo(0);

        Called replayed = Called.with(
                "replay",
                "own",
                "--trial",
                "1",
                "--reports",
                folder.resolve("reports").toString());

        assertThat(replayed.code()).isEqualTo(2);
        assertThat(replayed.err())
                .contains("model: class: nothing says where org.example.Network is from; expected --classpath");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "org.example.Networks | there is no class org.example.Networks on --classpath; did you mean 'org.example.Network'?",
                "org.example.Scaled   | found a class that is no Function, expected a public class with a public constructor",
                "java.util.ArrayList  | is a class of Touchstone's own or of Java",
            })
    void classThatMakesNoNetworks_isRefusedBeforeTheFirstTrial(String className, String message) throws IOException {
        spec = spec(className);

        Called swept = call("sweep", spec.toString());

        assertThat(swept.code()).as(swept.err()).isEqualTo(2);
        assertThat(swept.err()).contains(message).doesNotContain("\tat ");
    }

    private static final String SPACE = """
            package org.example;

            import java.util.function.Supplier;
            import org.deeplearning4j.arbiter.MultiLayerSpace;
            import org.deeplearning4j.arbiter.conf.updater.AdamSpace;
            import org.deeplearning4j.arbiter.layers.DenseLayerSpace;
            import org.deeplearning4j.arbiter.layers.OutputLayerSpace;
            import org.deeplearning4j.arbiter.optimize.parameter.continuous.ContinuousParameterSpace;
            import org.deeplearning4j.arbiter.optimize.parameter.integer.IntegerParameterSpace;
            import org.nd4j.linalg.activations.Activation;
            import org.nd4j.linalg.lossfunctions.LossFunctions;

            public class %s implements Supplier<Object> {
                @Override
                public Object get() {
                    return %s;
                }
            }
            """;
    private static final String MULTI_LAYER_SPACE = """
            new MultiLayerSpace.Builder()
                    .updater(new AdamSpace(new ContinuousParameterSpace(0.005, 0.01)))
                    .addLayer(new DenseLayerSpace.Builder().nOut(new IntegerParameterSpace(12, 24))
                            .activation(Activation.RELU).build())
                    .addLayer(new OutputLayerSpace.Builder().nOut(10).activation(Activation.SOFTMAX)
                            .lossFunction(LossFunctions.LossFunction.MCXENT).build())
                    .build()""";

    private void supply(String simpleName, String space) throws IOException {
        classes().add("org.example." + simpleName, SPACE.formatted(simpleName, space));
        Files.writeString(
                folder.resolve("own.yaml"),
                Files.readString(spec("org.example." + simpleName))
                        .replaceFirst("(?s)space:.*training", "space: {batch-size: {choice: [32]}}\ntraining"));
    }

    @Test
    void spaceThatAClassSupplies_isSearchedAndGoesOnWithoutTheClass() throws IOException {
        supply("Space", MULTI_LAYER_SPACE);

        Called swept = call("sweep", spec.toString(), "--on", "threads");

        assertThat(swept.code()).as(swept.err() + swept.out()).isEqualTo(0);
        String reports = folder.resolve("reports").toString();
        JsonNode trial = Json.tree(Called.with("show", "own", "--json", "--reports", reports)
                        .out())
                .at("/trials/0/assignment");
        assertThat(trial.path("layers[0].nOut").asInt()).isBetween(12, 24);
        assertThat(trial.path("learning-rate").asDouble()).isBetween(0.005, 0.01);
        assertThat(call("sweep", spec.toString(), "--on", "threads").code()).isEqualTo(0);
        assertThat(Called.with("replay", "own", "--trial", "1", "--reports", reports)
                        .code())
                .isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"none\"              | org.example.Space: get() gave a java.lang.String, expected a MultiLayerSpace or a ComputationGraphSpace of Arbiter",
                "Integer.valueOf(\"a\") | org.example.Space: get() throws java.lang.NumberFormatException",
            })
    void classThatSuppliesSomethingElse_isRefusedInALine(String made, String message) throws IOException {
        supply("Space", made);

        Called swept = call("sweep", spec.toString());

        assertThat(swept.code()).as(swept.err()).isEqualTo(2);
        assertThat(swept.err()).contains(message).doesNotContain("\tat ");
    }
}
