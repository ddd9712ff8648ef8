package dev.touchstone.gate;

import static dev.touchstone.gate.Subjects.clouds;
import static dev.touchstone.gate.Subjects.dense;
import static dev.touchstone.gate.Subjects.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;

class BuildGateTest {
    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(
                        "no gradient for 0-dense",
                        layers(
                                dense(16)
                                        .activation(FaultyActivation.stoppingGradient())
                                        .build(),
                                output().build())),
                arguments(
                        "other rows",
                        layers(
                                dense(16)
                                        .activation(FaultyActivation.mixingRows())
                                        .build(),
                                output().build())),
                arguments(
                        "5 numbers", layers(dense(16).build(), output().nOut(5).build())),
                arguments(
                        "fails on a batch",
                        layers(
                                dense(16)
                                        .activation(FaultyActivation.losingShape())
                                        .build(),
                                output().build())),
                arguments("does not build", layers(dense(0).build(), output().build())),
                arguments(
                        "not probabilities",
                        layers(
                                dense(16).build(),
                                output().activation(Activation.IDENTITY).build())),
                arguments(
                        "not probabilities",
                        layers(
                                dense(16).build(),
                                output().activation(Activation.SIGMOID).build())));
    }

    private static List<Layer> layers(Layer... layers) {
        return List.of(layers);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void brokenNetwork_isRejectedForWhatIsBroken(String reason, List<Layer> layers) {
        Judgement judgement = new BuildGate().judge(Subjects.of(clouds(), layers.toArray(Layer[]::new)));

        assertThat(judgement.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(judgement.reason()).contains(reason);
    }

    @Test
    void soundNetwork_passes() {
        Judgement judgement =
                new BuildGate().judge(Subjects.of(clouds(), dense(16).build(), dense(8).build(), output().build()));

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(Verdict.PASS);
    }

    @Test
    void frozenLayerBesideOneThatTrains_isNamedAndPasses() {
        Judgement judgement = new BuildGate()
                .judge(Subjects.of(clouds(), new FrozenLayer(dense(16).build()), output().build()));

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(Verdict.PASS);
        assertThat(judgement.reason()).contains("frozen layers 0-");
        assertThat(judgement.evidence().get("frozen"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);
    }

    @Test
    void deadInitialisation_isNotTakenForADisconnectedLayer() {
        Judgement judgement = new BuildGate()
                .judge(Subjects.of(clouds(), dense(16).biasInit(-100).build(), output().build()));

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(Verdict.PASS);
    }
}
