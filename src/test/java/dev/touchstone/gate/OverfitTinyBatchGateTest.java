package dev.touchstone.gate;

import static dev.touchstone.gate.Subjects.clouds;
import static dev.touchstone.gate.Subjects.dense;
import static dev.touchstone.gate.Subjects.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.touchstone.data.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

class OverfitTinyBatchGateTest {
    /** Long enough for tries. */
    private static final int PLANNED = 2_100;

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(
                        "the loss has the wrong sign",
                        List.of(
                                dense(16).build(),
                                new OutputLayer.Builder(new LossMCXENT(Nd4j.createFromArray(new float[] {-1, -1, -1})))
                                        .nOut(3)
                                        .activation(Activation.SOFTMAX)
                                        .build())),
                arguments(
                        "a loss that wants the outputs as far from the target as they can be",
                        List.of(
                                dense(16).build(),
                                new OutputLayer.Builder(LossFunctions.LossFunction.WASSERSTEIN)
                                        .nOut(3)
                                        .activation(Activation.SOFTMAX)
                                        .build())),
                arguments(
                        "rectified outputs under cross-entropy",
                        List.of(
                                dense(16).build(),
                                output().activation(Activation.RELU).build())),
                arguments(
                        "outputs of tanh under cross-entropy",
                        List.of(
                                dense(16).build(),
                                output().activation(Activation.TANH).build())),
                arguments(
                        "a bottleneck of one dead unit",
                        List.of(dense(16).build(), dense(1).biasInit(-100).build(), output().build())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void modelOrLossThatCannotLearn_isRejected(String fault, List<Layer> layers) {
        Judgement judgement = new OverfitTinyBatchGate().judge(subject(layers.toArray(Layer[]::new)));

        assertThat(judgement.verdict()).as(fault + ": " + judgement.reason()).isEqualTo(Verdict.REJECT);
        assertThat(judgement.evidence()).containsKeys("losses", "tried-rates");
    }

    /** Tries that save next to nothing are not made. */
    @Test
    void shortPlan_isTriedOnlyWhereTheIntervalIsWanted() {
        GateSubject subject = Subjects.planned(
                PLANNED - 1,
                Subjects.clouds(),
                Sgd::new,
                1e-6,
                0,
                Subjects.dense(16).build(),
                Subjects.output().build());

        Judgement inASweep = new OverfitTinyBatchGate().judge(subject);
        Judgement asked = new OverfitTinyBatchGate().judge(subject.askingForInterval());

        assertThat(inASweep.verdict()).as(inASweep.reason()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(inASweep.reason()).contains("over a third of the planned training");
        assertThat(asked.verdict()).as(asked.reason()).isEqualTo(Verdict.PASS);
    }

    @Test
    void modelThatARampHasShownToLearn_isNotTried() {
        GateSubject subject =
                Subjects.of(clouds(), Adam::new, 1e-7, 0, dense(16).build(), output().build());
        subject.ramp();

        Judgement judgement = new OverfitTinyBatchGate().judge(subject);

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(Verdict.PASS);
        assertThat(judgement.evidence()).doesNotContainKey("tried-rates");
    }

    @Test
    void rampThatLearnsNothingOfItsInputs_makesNoModelSure() {
        GateSubject subject = subject(dense(16).biasInit(-100).build(), output().build());
        subject.ramp();

        assertThat(new OverfitTinyBatchGate().judge(subject).verdict()).isEqualTo(Verdict.REJECT);
    }

    @Test
    void modelThatDoesNotLookAtItsInputs_isRejectedForThat() {
        Judgement judgement = new OverfitTinyBatchGate()
                .judge(subject(dense(16).biasInit(-100).build(), output().build()));

        assertThat(judgement.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(judgement.reason()).contains("ignores its data");
    }

    @Test
    void outputThatSeesOneUntrainedNumber_isWarnedOfForItLearnsALittle() {
        Judgement judgement = new OverfitTinyBatchGate()
                .judge(Subjects.of(
                                clouds(),
                                dense(1).activation(FaultyActivation.stoppingGradient())
                                        .build(),
                                output().build())
                        .askingForInterval());

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(Verdict.WARN);
        assertThat(judgement.reason()).contains("a short run learns from real batches");
    }

    @Test
    void lossThatDoesNotFitTheOutput_isNotToldToIgnoreItsInputs() {
        Judgement judgement = new OverfitTinyBatchGate()
                .judge(subject(
                        dense(16).build(), output().activation(Activation.TANH).build()));

        assertThat(judgement.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(judgement.reason()).contains("the model, the loss or the labels are at fault");
    }

    @Test
    void learntBatch_isWorseWithZeroedInputs() {
        Judgement judgement = new OverfitTinyBatchGate().judge(sound(clouds()).askingForInterval());

        assertThat((double) judgement.evidence().get("loss-of-zeroed-inputs"))
                .isGreaterThan((double) judgement.evidence().get("target-loss"));
    }

    @Test
    void constantInputs_areRejected() {
        Rows clouds = clouds();
        float[] same = new float[clouds.features().limit()];
        Arrays.fill(same, 0.5f);
        Rows rows = new Rows(clouds.width(), same, clouds.targets());

        Judgement judgement = judge(rows);

        assertThat(judgement.verdict()).isEqualTo(Verdict.REJECT);
    }

    @Test
    void contradictingCopies_areRejectedAndCountedWhereNothingIsLearnt() {
        Rows clouds = clouds();
        float[] twice = clouds.numbers();
        System.arraycopy(twice, 0, twice, twice.length / 2, twice.length / 2);
        Rows rows = new Rows(clouds.width(), twice, clouds.targets());
        for (int row = 0; row < rows.count() / 2; row++) {
            rows.labels()[rows.count() / 2 + row] = (rows.labels()[row] + 1) % Subjects.CLASSES;
        }

        Judgement judgement = new OverfitTinyBatchGate()
                .judge(Subjects.of(rows, Adam::new, 1e-9, 0, dense(16).build(), output().build()));

        assertThat(judgement.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(judgement.reason()).contains("different labels");
        assertThat(judgement.evidence()).containsEntry("contradicting-rows", rows.count());
    }

    @Test
    void oneClassOnly_isInconclusive() {
        Rows rows = clouds();
        Arrays.fill(rows.labels(), 0);

        assertThat(judge(rows).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void networkThatAShortRunShowsToLearn_isNotTriedWhenOnlyItsTrainingIsAskedFor() {
        Judgement judgement = judge(clouds());

        assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
        assertThat(judgement.reason()).contains("real batches");
        assertThat(judgement.evidence()).doesNotContainKey("losses");
    }

    private static Judgement judge(Rows rows) {
        return new OverfitTinyBatchGate().judge(sound(rows));
    }

    private static GateSubject sound(Rows rows) {
        return subject(rows, dense(16).build(), output().build());
    }

    private static GateSubject subject(Layer... layers) {
        return subject(clouds(), layers);
    }

    private static GateSubject subject(Rows rows, Layer... layers) {
        return Subjects.planned(PLANNED, rows, Adam::new, 0.01, 0, layers);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e-4, 0.1, 1e4})
    void rateOfTheTrial_isNeverTheReasonToReject(double rate) {
        Judgement judgement = new OverfitTinyBatchGate()
                .judge(Subjects.planned(
                        PLANNED, clouds(), Sgd::new, rate, 0, dense(16).build(), output().build()));

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(Verdict.PASS);
    }
}
