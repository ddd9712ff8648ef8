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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gates on networks that tell which of several labels a row has. */
class MultiLabelGatesTest {
    private static final int WIDTH = 6;
    private static final int LABELS = 5;
    private static final Task TASK = new Task.MultiLabel(List.of("a", "b", "c", "d", "e"));
    private static final Rows ROWS = rows(400);

    /** A row has a label when the feature of that number is not low. */
    private static Rows rows(int count) {
        SplittableRandom random = new SplittableRandom(3);
        float[] features = new float[count * WIDTH];
        boolean[] flags = new boolean[count * LABELS];
        for (int row = 0; row < count; row++) {
            for (int i = 0; i < WIDTH; i++) {
                features[row * WIDTH + i] = (float) random.nextGaussian();
            }
            for (int label = 0; label < LABELS; label++) {
                flags[row * LABELS + label] = features[row * WIDTH + label] > -0.5;
            }
        }
        return new Rows(WIDTH, features, new Targets.LabelSets(LABELS, flags));
    }

    private static GateSubject subject(Rows rows, double rate, long seed) {
        LayerSpec dense = new LayerSpec.Dense(new Setting.Fixed(32), new Setting.Fixed("relu"));
        ModelSpec model = new ModelSpec(List.of(dense, dense, new LayerSpec.Output(null)));
        Assignment assignment = new Assignment(Map.of("learning-rate", rate, "batch-size", 32));
        return new GateSubject(
                new Dl4jLearners(new NetworkBuilder(model, List.of(WIDTH), TASK), assignment),
                rows,
                rows,
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

    @Test
    void rateFarTooHigh_isRejectedByTheRangeAlone() {
        List<GateResult> results = new Gates(GateSpec.DEFAULT).judge(subject(ROWS, 50, 1), result -> {});

        assertThat(results)
                .filteredOn(result -> result.verdict() == Verdict.REJECT)
                .extracting(GateResult::gate)
                .containsExactly(LearningRateRangeGate.NAME);
    }

    @Test
    void labelsThatFeaturesDoNotTell_cannotBeLearntByHeart() {
        Rows constant = new Rows(WIDTH, new float[ROWS.count() * WIDTH], ROWS.targets());

        Judgement judgement = new OverfitTinyBatchGate().judge(subject(constant, 0.01, 1));

        assertThat(judgement.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(judgement.reason()).contains("different labels");
    }

    @Test
    void inputsFarFromNormalised_startFarTooSure() {
        float[] large = ROWS.numbers();
        for (int i = 0; i < large.length; i++) {
            large[i] *= 300;
        }

        Judgement judgement = new InitialisationGate().judge(subject(new Rows(WIDTH, large, ROWS.targets()), 0.01, 1));

        assertThat(judgement.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(judgement.reason()).contains("normalise the inputs");
    }

    @Test
    void lossOfAStep_isTheSumOverTheLabels() {
        try (Learner learner = subject(ROWS, 0.01, 1).learners().plain(new Seed(1))) {
            double told = new TaskLoss(TASK).value(learner.predict(0, ROWS), ROWS.targets());

            assertThat(learner.step(List.of(new Learner.Step(ROWS, 0.01, 1)))[0])
                    .isCloseTo(told, within(1e-4));
        }
    }

    @Test
    void guessing_costsABitForEachLabel() {
        assertThat(new TaskLoss(TASK).ofGuessing(ROWS.targets())).isCloseTo(LABELS * Math.log(2), within(1e-12));
    }
}
