package dev.touchstone.gate;

import static dev.touchstone.gate.Subjects.clouds;
import static dev.touchstone.gate.Subjects.dense;
import static dev.touchstone.gate.Subjects.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.touchstone.data.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.weights.WeightInitConstant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;

class InitialisationGateTest {
    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(
                        "dead",
                        Verdict.REJECT,
                        List.of(dense(16).weightInit(WeightInit.ZERO).build(), output().build())),
                arguments(
                        "dead", Verdict.REJECT, List.of(dense(16).biasInit(-100).build(), output().build())),
                arguments(
                        "vanish",
                        Verdict.REJECT,
                        deep(dense(16).activation(Activation.SIGMOID).weightInit(WeightInit.XAVIER), 12)),
                arguments(
                        "symmetric",
                        Verdict.WARN,
                        List.of(
                                dense(16)
                                        .weightInit(new WeightInitConstant(0.1))
                                        .build(),
                                output().weightInit(new WeightInitConstant(0.1)).build())),
                arguments(
                        "activations grow", Verdict.WARN, deep(dense(64).weightInit(new NormalDistribution(0, 1)), 5)),
                arguments(
                        "saturated",
                        Verdict.WARN,
                        List.of(
                                dense(16)
                                        .activation(Activation.SIGMOID)
                                        .weightInit(new NormalDistribution(0, 30))
                                        .build(),
                                output().build())),
                arguments(
                        "saturated",
                        Verdict.WARN,
                        List.of(
                                dense(16)
                                        .activation(Activation.TANH)
                                        .weightInit(new NormalDistribution(0, 30))
                                        .build(),
                                output().build())),
                arguments(
                        "far too sure",
                        Verdict.WARN,
                        List.of(
                                dense(16).build(),
                                output().weightInit(new NormalDistribution(0, 10))
                                        .build())));
    }

    private static List<Layer> deep(org.deeplearning4j.nn.conf.layers.DenseLayer.Builder layer, int depth) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < depth; i++) {
            layers.add(layer.build());
        }
        layers.add(output().build());
        return layers;
    }

    /** Warned of where the network learns all the same. */
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void poorInitialisation_isRejectedForWhatIsPoorWhereNothingIsLearnt(
            String reason, Verdict verdict, List<Layer> layers) {
        Judgement judgement = new InitialisationGate().judge(Subjects.of(clouds(), layers.toArray(Layer[]::new)));

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(verdict);
        assertThat(judgement.reason()).contains(reason);
    }

    @Test
    void inputsAThousandTimesTooLarge_areToldToBeInputs() {
        Rows clouds = clouds();
        float[] large = clouds.numbers();
        for (int i = 0; i < large.length; i++) {
            large[i] *= 1000;
        }
        Rows rows = new Rows(clouds.width(), large, clouds.targets());

        Judgement judgement =
                new InitialisationGate().judge(Subjects.of(rows, dense(16).build(), output().build()));

        assertThat(judgement.verdict()).isEqualTo(Verdict.WARN);
        assertThat(judgement.reason()).contains("normalise the inputs");
    }

    @Test
    void unitsThatDropoutTellsApart_areWarnedOf() {
        Judgement judgement = new InitialisationGate()
                .judge(Subjects.of(
                        clouds(),
                        dense(16).weightInit(new WeightInitConstant(0.1)).build(),
                        new DropoutLayer(0.5),
                        output().weightInit(new WeightInitConstant(0.1)).build()));

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(Verdict.WARN);
        assertThat(judgement.reason()).contains("symmetric", "a short run learns all the same");
    }

    /** Nothing is learnt by then, but gradients come through. */
    @Test
    void gradientsThatVanish_areWarnedOfWhereAnswersComeToFollowTheRows() {
        Judgement waking = vanishing(0.001);
        Judgement asleep = vanishing(1e-6);

        assertThat(waking.verdict()).as(waking.reason()).isEqualTo(Verdict.WARN);
        assertThat(waking.reason()).contains("vanish", "follow the rows");
        assertThat(asleep.verdict()).as(asleep.reason()).isEqualTo(Verdict.REJECT);
        assertThat(asleep.reason()).contains("vanish");
    }

    private static Judgement vanishing(double rate) {
        List<Layer> layers =
                deep(dense(16).activation(Activation.SIGMOID).weightInit(new NormalDistribution(0, 0.01)), 4);
        return new InitialisationGate()
                .judge(Subjects.planned(200, clouds(), Adam::new, rate, 0, layers.toArray(Layer[]::new)));
    }

    /** Gradients flow, and a rate that is not this low would bring the answers down. */
    @Test
    void answersThatAreTooSureButFollowTheRows_areWarnedOfWhereNothingIsLearnt() {
        assertThat(farTooSure(1e-9).verdict()).isEqualTo(Verdict.WARN);
        assertThat(farTooSure(1e30).verdict()).isEqualTo(Verdict.REJECT);
    }

    private static Judgement farTooSure(double rate) {
        return new InitialisationGate()
                .judge(Subjects.of(
                        clouds(),
                        Sgd::new,
                        rate,
                        0,
                        dense(16).build(),
                        output().weightInit(new NormalDistribution(0, 10)).build()));
    }

    @Test
    void soundNetwork_passes() {
        Judgement judgement = new InitialisationGate()
                .judge(Subjects.of(clouds(), dense(16).build(), dense(8).build(), output().build()));

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(Verdict.PASS);
    }
}
