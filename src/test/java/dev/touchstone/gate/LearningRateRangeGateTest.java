package dev.touchstone.gate;

import static dev.touchstone.gate.Subjects.clouds;
import static dev.touchstone.gate.Subjects.dense;
import static dev.touchstone.gate.Subjects.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.Mockito.atMost;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;

import dev.touchstone.data.Rows;
import dev.touchstone.training.Learner;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;

class LearningRateRangeGateTest {
    private static final Subjects.Optimisers SGD = Sgd::new;
    private static final Subjects.Optimisers NESTEROVS = rate -> new Nesterovs(rate, 0.9);
    private static final Subjects.Optimisers ADAM = Adam::new;

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("sgd", SGD, 0, 1000, "too high"),
                arguments("sgd", SGD, 0, 1e-7, "too low"),
                arguments("nesterovs", NESTEROVS, 0.9, 100, "too high"),
                arguments("nesterovs", NESTEROVS, 0.9, 1e-8, "too low"),
                arguments("adam", ADAM, 0, 1e25, "too high"),
                arguments("adam", ADAM, 0, 1e-8, "too low"));
    }

    @ParameterizedTest(name = "{0} at {3} is {4}")
    @MethodSource("faults")
    void rateFarOff_isRejectedWithTheSideItIsOff(
            String name, Subjects.Optimisers optimiser, double momentum, double rate, String reason) {
        Judgement judgement = new LearningRateRangeGate()
                .judge(Subjects.of(
                        clouds(),
                        optimiser,
                        rate,
                        momentum,
                        dense(16).build(),
                        dense(16).build(),
                        dense(16).build(),
                        output().build()));

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(Verdict.REJECT);
        assertThat(judgement.reason()).contains(reason);
        assertThat(judgement.parameter()).isEqualTo("learning-rate");
    }

    @Test
    void rateThatRuinsTheLossButNotTheAnswers_isWarnedOf() {
        Judgement judgement = judge(ADAM, 50, 0);

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(Verdict.WARN);
        assertThat(judgement.reason()).contains("very high");
        assertThat((double) judgement.evidence().get("short-run-accuracy"))
                .isGreaterThan((double) judgement.evidence().get("accuracy-of-guessing"));
    }

    @Test
    void rateAtWhichTheLossRunsAway_isRejectedWithoutARamp() {
        Judgement judgement = new LearningRateRangeGate()
                .judge(Subjects.planned(3000, clouds(), SGD, 20, 0, sigmoid(), sigmoid(), sigmoid(), output().build()));

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(Verdict.REJECT);
        assertThat(judgement.reason()).contains("too high", "take the loss from");
        assertThat(judgement.evidence()).doesNotContainKey("rates").containsEntry("rate-is", "too-high");
    }

    /** Half of the planned steps, and a ramp, would tell nothing else: what gives all rows the same answer has no gradient. */
    @Test
    void rateThatKillsAllUnits_isRejectedAfterAFewSteps() {
        GateSubject subject =
                Subjects.planned(3000, clouds(), SGD, 5, 0, narrow(), narrow(), narrow(), output().build());
        SteppedTraining training = spy(PlannedTraining.whole(subject, subject.trialSeed()));

        Judgement judgement = new LearningRateRangeGate().judge(subject.beginning(() -> training));

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(Verdict.REJECT);
        assertThat(judgement.reason()).contains("too high", "all rows the same answer");
        assertThat(judgement.evidence()).doesNotContainKey("rates").containsEntry("rate-is", "too-high");
        verify(training, atMost(100)).step();
    }

    @Test
    void rateAtWhichTheLossCrawls_isRejectedWithoutARamp() {
        Judgement judgement = new LearningRateRangeGate().judge(subject(SGD, 1e-7, 0));

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(Verdict.REJECT);
        assertThat(judgement.reason()).contains("too low", "at this pace");
        assertThat(judgement.evidence()).doesNotContainKey("rates").containsEntry("rate-is", "too-low");
    }

    /** Judging it would take longer than training it, unless its first steps tell. */
    @Test
    void rateOfAVeryShortPlan_isRejectedOnlyWhereItCrawls() {
        Judgement crawling = new LearningRateRangeGate()
                .judge(Subjects.planned(200, clouds(), ADAM, 1e-8, 0, dense(16).build(), output().build()));
        Judgement dead = new LearningRateRangeGate()
                .judge(Subjects.planned(
                        200, clouds(), ADAM, 0.01, 0, dense(16).biasInit(-100).build(), output().build()));

        assertThat(crawling.verdict()).as(crawling.reason()).isEqualTo(Verdict.REJECT);
        assertThat(crawling.reason()).contains("at this pace");
        assertThat(dead.verdict()).as(dead.reason()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(dead.reason()).contains("too few");
    }

    /** So few steps get nowhere at any usual rate: it is not the rate that is to be told. */
    @Test
    void rateOfAHandfulOfSteps_isNotSaidToCrawl() {
        Judgement judgement = new LearningRateRangeGate()
                .judge(Subjects.planned(12, clouds(), ADAM, 1e-6, 0, dense(16).build(), output().build()));

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reason()).contains("too few");
    }

    /** A fortieth of the schedule shows nothing: two narrow layers do not come back from their wild start so soon. */
    @Test
    void rateThatBeginsToLearnLate_isUsable() {
        Judgement judgement = new LearningRateRangeGate()
                .judge(Subjects.planned(2000, clouds(), ADAM, 0.75, 0, narrow(), narrow(), output().build()));

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(Verdict.PASS);
        assertThat(judgement.evidence()).doesNotContainKey("rates");
    }

    /** The first half of a warm-up shows nothing; a higher rate gets in a part of the steps as far as all of the training. */
    @Test
    void lowRateThatLearnsInAllPlannedIterations_passesWithoutARamp() {
        Judgement judgement = new LearningRateRangeGate()
                .judge(Subjects.warmingUp(1200, clouds(), SGD, 8e-4, dense(16).build(), output().build()));

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(Verdict.PASS);
        assertThat(judgement.reason()).contains("not too low");
        assertThat(judgement.evidence()).doesNotContainKey("rates");
    }

    private static DenseLayer narrow() {
        return dense(8).weightInit(WeightInit.XAVIER).build();
    }

    private static DenseLayer sigmoid() {
        return dense(8).activation(Activation.SIGMOID)
                .weightInit(WeightInit.XAVIER)
                .build();
    }

    static Stream<Arguments> usable() {
        return Stream.of(
                arguments("sgd", SGD, 0, 0.1),
                arguments("nesterovs", NESTEROVS, 0.9, 0.02),
                arguments("adam", ADAM, 0, 0.005));
    }

    @ParameterizedTest(name = "{0} at {3}")
    @MethodSource("usable")
    void usualRate_passes(String name, Subjects.Optimisers optimiser, double momentum, double rate) {
        Judgement judgement = judge(optimiser, rate, momentum);

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(Verdict.PASS);
    }

    /** Which is told by a short run, so that trials that can learn cost no ramp. */
    @ParameterizedTest(name = "{0} at {3}")
    @MethodSource("usable")
    void usualRate_passesWithoutARampWhereNoIntervalIsWanted(
            String name, Subjects.Optimisers optimiser, double momentum, double rate) {
        Judgement judgement = new LearningRateRangeGate().judge(subject(optimiser, rate, momentum));

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(Verdict.PASS);
        assertThat(judgement.reason()).contains("short run of its schedule");
        assertThat(judgement.evidence()).containsKey("short-run-loss").doesNotContainKey("rates");
    }

    private static Judgement judge(Subjects.Optimisers optimiser, double rate, double momentum) {
        return new LearningRateRangeGate()
                .judge(subject(optimiser, rate, momentum).askingForInterval());
    }

    private static GateSubject subject(Subjects.Optimisers optimiser, double rate, double momentum) {
        return Subjects.of(clouds(), optimiser, rate, momentum, dense(16).build(), output().build());
    }

    @Test
    void curveThatNeverFalls_isInconclusive() {
        Rows clouds = clouds();
        Rows rows = new Rows(clouds.width(), new float[clouds.features().limit()], clouds.targets());

        Judgement judgement =
                new LearningRateRangeGate().judge(Subjects.of(rows, dense(16).build(), output().build()));

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.evidence()).doesNotContainKey("usable-low");
    }

    @Test
    void networkThatNoRateChanges_isToldSo() {
        Judgement judgement = judge(rate -> new Sgd(0), 0.1, 0);

        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reason()).contains("changing the learning rate changes nothing");
        assertThat(judgement.evidence()).containsEntry("largest-move", 0.0);
    }

    @Test
    void optimiserThatTakesNoRateFromAnybody_isInconclusive() {
        Judgement judgement = judge(rate -> new Sgd(0.1), 0.1, 0);

        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reason()).contains("does not follow the rate");
    }

    @Test
    void interval_isThatOfSeveralRamps() {
        assertThat(judge(SGD, 0.1, 0).evidence()).containsEntry("ramps", 3);
        GateSubject clamped = Subjects.asking(
                RangeQuestion.IS_USABLE_ELSE_WHICH,
                clouds(),
                SGD,
                1e-7,
                dense(16).build(),
                output().build());
        assertThat(new LearningRateRangeGate().judge(clamped).evidence())
                .containsEntry("ramps", 1)
                .doesNotContainKey("suggestion");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("usable")
    void suggestion_isUsable(String name, Subjects.Optimisers optimiser, double momentum, double rate) {
        double suggestion = (double) judge(optimiser, rate, momentum).evidence().get("suggestion");

        assertThat(judge(optimiser, suggestion, momentum).verdict()).isEqualTo(Verdict.PASS);
    }

    /** Nothing can be learnt of labels that have nothing to do with the features, but the start can be made better. */
    @ParameterizedTest
    @CsvSource({"10, WARN", "1000, REJECT"})
    void rateBeyondDivergence_isWarnedOfWhileAnswersFollowTheRowsUpToAHundredTimesThat(double times, Verdict verdict) {
        double divergence = (double) judgeMeaningless(1).evidence().get("divergence-rate");

        Judgement judgement = judgeMeaningless(times * divergence);

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(verdict);
        assertThat(judgement.evidence()).containsEntry("rate-is", "too-high");
    }

    private static Judgement judgeMeaningless(double rate) {
        Rows clouds = clouds();
        int[] labels = new SplittableRandom(4)
                .ints(clouds.count(), 0, Subjects.CLASSES)
                .toArray();
        return new LearningRateRangeGate()
                .judge(Subjects.asking(
                        RangeQuestion.WHICH_SUITS,
                        new Rows(clouds.width(), clouds.numbers(), labels),
                        ADAM,
                        rate,
                        output().build()));
    }

    @Test
    void rateFarTooLow_isOnlyWarnedOfWhereValidationRowsAreAnsweredAlready() {
        Judgement luck = tooLowFor(answeredRows());
        Judgement none = tooLowFor(clouds());

        assertThat(luck.verdict()).as(luck.reason()).isEqualTo(Verdict.WARN);
        assertThat(luck.reason()).contains("too low", "validation rows are answered better");
        assertThat(none.verdict()).as(none.reason()).isEqualTo(Verdict.REJECT);
    }

    private static Judgement tooLowFor(Rows validation) {
        return new LearningRateRangeGate().judge(subject(validation));
    }

    private static GateSubject subject(Rows validation) {
        return Subjects.suiting(validation, SGD, 1e-7, dense(16).build(), output().build());
    }

    private static Rows answeredRows() {
        Rows clouds = clouds();
        GateSubject subject = subject(clouds);
        try (Learner learner = subject.learners().plain(subject.networkSeed())) {
            float[] answers = learner.predict(0, clouds).numbers();
            int[] labels = IntStream.range(0, clouds.count())
                    .map(row -> IntStream.range(0, Subjects.CLASSES)
                            .reduce((a, b) ->
                                    answers[row * Subjects.CLASSES + b] > answers[row * Subjects.CLASSES + a] ? b : a)
                            .orElseThrow())
                    .toArray();
            return new Rows(clouds.width(), clouds.numbers(), labels);
        }
    }

    @Test
    void suggestion_isLowWhereValidationRowsGainNothingByWhatTrainRowsTeach() {
        assertThat(suggestionFor(withLabelsInOtherPlaces(clouds()))).isLessThan(suggestionFor(clouds()) / 2);
    }

    private static double suggestionFor(Rows validation) {
        GateSubject subject = Subjects.suiting(validation, SGD, 0.1, dense(16).build(), output().build());
        return (double) new LearningRateRangeGate().judge(subject).evidence().get("suggestion");
    }

    private static Rows withLabelsInOtherPlaces(Rows rows) {
        int[] labels = Arrays.stream(rows.labels())
                .map(label -> (label + 1) % Subjects.CLASSES)
                .toArray();
        return new Rows(rows.width(), rows.numbers(), labels);
    }

    @Test
    void clamp_movesARateToTheNearerEndOfTheInterval() {
        Judgement judgement = judge(ADAM, 50, 0);
        GateResult result =
                new GateResult("learning-rate-range", judgement.verdict(), "", null, 0, judgement.evidence());
        double high = (double) judgement.evidence().get("usable-high");
        double low = (double) judgement.evidence().get("usable-low");

        UsableRates usable = UsableRates.of(result).orElseThrow();
        assertThat(usable.clamp(50)).isEqualTo(high);
        assertThat(usable.clamp(1e-12)).isEqualTo(low);
        assertThat(usable.clamp((low + high) / 2)).isEqualTo((low + high) / 2);
    }
}
