package dev.touchstone.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import dev.touchstone.data.augmentation.Augmentations;
import dev.touchstone.metric.TaskLoss;
import dev.touchstone.model.LayerSpec;
import dev.touchstone.model.LossFunction;
import dev.touchstone.model.ModelSpec;
import dev.touchstone.model.NetworkBuilder;
import dev.touchstone.model.Setting;
import dev.touchstone.space.Assignment;
import dev.touchstone.training.Dl4jLearners;
import dev.touchstone.training.Learner;
import dev.touchstone.training.Schedule;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gates on networks that predict one number, which is far from 0 and varies by thousands. */
class RegressionGatesTest {
    private static final int WIDTH = 6;
    private static final Task.Regression TASK = new Task.Regression(5000, 2000);
    private static final Rows ROWS = rows(400);

    private static Rows rows(int count) {
        SplittableRandom random = new SplittableRandom(3);
        float[] features = new float[count * WIDTH];
        float[] numbers = new float[count];
        for (int row = 0; row < count; row++) {
            for (int i = 0; i < WIDTH; i++) {
                features[row * WIDTH + i] = (float) random.nextGaussian();
            }
            numbers[row] = TASK.restored((float) Math.tanh(features[row * WIDTH] - features[row * WIDTH + 1]) * 1.5f);
        }
        return new Rows(WIDTH, features, new Targets.Values(numbers));
    }

    private static GateSubject subject(Rows rows, double rate, long seed) {
        return subject(rows, rows, rate, seed);
    }

    private static GateSubject subject(Rows rows, Rows validation, double rate, long seed) {
        LayerSpec dense = new LayerSpec.Dense(new Setting.Fixed(32), new Setting.Fixed("relu"));
        ModelSpec model = new ModelSpec(List.of(dense, dense, new LayerSpec.Output(LossFunction.MSE)));
        Assignment assignment = new Assignment(Map.of("learning-rate", rate, "batch-size", 32));
        return new GateSubject(
                new Dl4jLearners(new NetworkBuilder(model, List.of(WIDTH), TASK), assignment),
                rows,
                validation,
                TASK,
                new GateSubject.Plan(rate, 32, 0, 300, new Schedule.Constant(), Augmentations.NONE),
                new Seed(seed),
                new Measured("configuration " + seed, "", GateCache.NONE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void soundNetwork_passesAllGates(long seed) {
        List<GateResult> results = new Gates(GateSpec.DEFAULT).judge(subject(ROWS, 0.005, seed), result -> {});

        assertThat(results).extracting(GateResult::verdict).as("%s", results).containsOnly(Verdict.PASS);
        assertThat(results).hasSize(4);
    }

    /** As of a few columns of texts: all that can be learnt is the mean of each kind of row. */
    @Test
    void rowsThatAreEqualWithUnlikeNumbers_areLearntAllTheSame() {
        SplittableRandom random = new SplittableRandom(4);
        float[] features = new float[400 * WIDTH];
        float[] numbers = new float[400];
        for (int row = 0; row < numbers.length; row++) {
            int kind = random.nextInt(WIDTH);
            features[row * WIDTH + kind] = 1;
            numbers[row] = TASK.restored((float) (kind / 3.0 - 1 + 0.1 * random.nextGaussian()));
        }

        Judgement judgement = new OverfitTinyBatchGate()
                .judge(subject(new Rows(WIDTH, features, new Targets.Values(numbers)), 0.005, 1));

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reason()).contains("different labels", "a short run learns all the same");
    }

    @Test
    void rateFarTooHigh_isRejectedByTheRangeAlone() {
        List<GateResult> results = new Gates(GateSpec.DEFAULT).judge(subject(ROWS, 50, 1), result -> {});

        assertThat(results)
                .filteredOn(result -> result.verdict() == Verdict.REJECT)
                .extracting(GateResult::gate)
                .containsExactly(LearningRateRangeGate.NAME);
    }

    @Test
    void rateFarTooLow_isRejectedByTheRange() {
        Judgement judgement = new LearningRateRangeGate().judge(subject(ROWS, 1e-9, 1));

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(Verdict.REJECT);
        assertThat(judgement.reason()).contains("too low");
    }

    /**
     * The first network's ramp is at its worst beyond the rate, and the second's before it: what the rate makes of answers that
     * follow the rows, it may still undo. Those of the last are the same for all rows for good.
     */
    @ParameterizedTest
    @CsvSource({
        "2, WARN, still follow the rows",
        "6, WARN, still follow the rows",
        "1, REJECT, all rows the same answer"
    })
    void rateAtWhichARampDiverges_isWarnedOfWhereAnswersFollowTheRows(long seed, Verdict verdict, String reason) {
        Judgement judgement = new LearningRateRangeGate().judge(subject(ROWS, 1.5, seed));

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(verdict);
        assertThat(judgement.reason()).contains(reason);
    }

    /** A series may have moved to where the network's answers lie from the start; then it need not learn to be of use. */
    @Test
    void rateFarTooLow_isOnlyWarnedOfWhereValidationNumbersAreAnsweredAlready() {
        Judgement judgement = new LearningRateRangeGate().judge(subject(ROWS, answered(ROWS), 1e-9, 1));

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(Verdict.WARN);
        assertThat(judgement.reason()).contains("too low", "validation rows are answered better");
    }

    /** What the network answers before a step is the truth. */
    private static Rows answered(Rows rows) {
        try (Learner learner = subject(rows, 1e-9, 1).learners().plain(GateSubject.networkSeed(new Seed(1)))) {
            float[] answers = learner.predict(0, rows).numbers();
            return new Rows(WIDTH, rows.numbers(), new Targets.Values(answers));
        }
    }

    @Test
    void numbersThatFeaturesDoNotTell_cannotBeLearntByHeart() {
        float[] same = new float[ROWS.count() * WIDTH];
        Rows constant = new Rows(WIDTH, same, ROWS.targets());

        Judgement judgement = new OverfitTinyBatchGate().judge(subject(constant, 0.01, 1));

        assertThat(judgement.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(judgement.reason()).contains("different labels");
    }

    @Test
    void numberThatNeverVaries_isNoTestOfLearning() {
        Rows constant = new Rows(WIDTH, ROWS.numbers(), new Targets.Values(new float[ROWS.count()]));

        assertThat(new OverfitTinyBatchGate().judge(subject(constant, 0.01, 1)).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void inputsFarFromNormalised_startFarTooSure() {
        Judgement judgement = new InitialisationGate().judge(subject(large(), 0.01, 1));

        assertThat(judgement.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(judgement.reason()).contains("normalise the inputs");
    }

    private static Rows large() {
        float[] large = ROWS.numbers();
        IntStream.range(0, large.length).forEach(i -> large[i] *= 300);
        return new Rows(WIDTH, large, ROWS.targets());
    }

    @Test
    void faultyStart_isOnlyWarnedOfWhereValidationNumbersAreAnsweredAlready() {
        Judgement judgement = new InitialisationGate().judge(subject(large(), answered(large()), 1e-9, 1));

        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(Verdict.WARN);
        assertThat(judgement.reason()).contains("normalise the inputs", "validation rows are answered better");
        assertThat(new InitialisationGate().judge(subject(large(), 1e-9, 1)).verdict())
                .isEqualTo(Verdict.REJECT);
    }

    @Test
    void answersOfALook_areInTheTargetsUnit() {
        Rows atOnce = ROWS.range(0, Learner.ROWS_AT_ONCE);
        try (Learner learner = subject(ROWS, 0.01, 1).learners().plain(new Seed(1))) {
            assertThat(learner.inspect(0, atOnce).answers())
                    .usingRecursiveComparison()
                    .isEqualTo(learner.predict(0, atOnce));
        }
    }

    @Test
    void lossOfAStep_isTheSquaredErrorInVariances() {
        try (Learner learner = subject(ROWS, 0.01, 1).learners().plain(new Seed(1))) {
            double told = new TaskLoss(TASK).value(learner.predict(0, ROWS), ROWS.targets());

            assertThat(learner.step(List.of(new Learner.Step(ROWS, 0.01, 1)))[0])
                    .isCloseTo(told, within(1e-4));
        }
    }

    @Test
    void guessingTheMean_costsTheVarianceOfTheStandardisedNumbers() {
        double variance = ((Targets.Values) ROWS.targets()).variance();

        assertThat(new TaskLoss(TASK).ofGuessing(ROWS.targets())).isCloseTo(variance / 4e6, within(1e-9));
    }
}
