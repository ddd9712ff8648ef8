package dev.touchstone.training;

import static dev.touchstone.training.SmallTask.dense;
import static dev.touchstone.training.SmallTask.dropout;
import static dev.touchstone.training.SmallTask.learners;
import static dev.touchstone.training.SmallTask.rows;
import static dev.touchstone.training.TrainingNotes.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import dev.touchstone.data.Tasks;
import dev.touchstone.data.augmentation.Augmentation;
import dev.touchstone.data.augmentation.Augmentations;
import dev.touchstone.data.augmentation.LabelSmoothing;
import dev.touchstone.data.augmentation.Mixup;
import dev.touchstone.data.augmentation.Noise;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.Predictions;
import dev.touchstone.metric.TaskLoss;
import dev.touchstone.model.LayerSpec;
import dev.touchstone.model.LossFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AugmentedTrainingTest {
    private static final Task TASK = Tasks.classes(SmallTask.CLASSES);
    private static final Rows TRAIN = rows(90, 1);
    private static final Rows VALIDATION = rows(50, 2);
    private static final Learners NETWORK = learners(Map.of("optimiser", "adam"), dense("relu"), dropout(0.3));
    private static final List<Augmentation> ALL =
            List.of(new Noise(SmallTask.WIDTH, 0.2), new Mixup(0.4, TASK), new LabelSmoothing(0.1, SmallTask.CLASSES));

    private static TrainingLoop loop(List<Augmentation> augmentations) {
        Seed seed = new Seed(23);
        return new TrainingLoop(
                new TrainingSpec(4, null, ScheduleSpec.COSINE),
                new Shuffle(TRAIN, 16, seed),
                new Augmentations(augmentations),
                VALIDATION,
                new TaskLoss(TASK),
                0.05,
                new Schedule.Cosine(),
                Metric.CROSS_ENTROPY,
                Metric.CROSS_ENTROPY.direction(),
                seed);
    }

    private static TrainingOutcome run(TrainingLoop loop, TrainingNotes notes) {
        try (Learner learner = NETWORK.regularised(new Seed(3))) {
            return loop.run(learner, notes);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 6, 7, 17, 23})
    void augmentedTrainingStoppedAtAnIteration_goesOnAsIfItHadNot(int iteration) {
        TrainingNotes whole = new TrainingNotes();
        TrainingOutcome expected = run(loop(ALL), whole);
        TrainingNotes parts = new TrainingNotes();
        parts.iterationsLeft = iteration;
        TrainingOutcome.Interrupted stop = (TrainingOutcome.Interrupted) run(loop(ALL), parts);
        parts.iterationsLeft = Integer.MAX_VALUE;

        try (Learner another = NETWORK.regularised(new Seed(4))) {
            byte[] bytes = stop.checkpoint().toBytes();
            assertSame(loop(ALL).resume(TrainingCheckpoint.fromBytes(bytes), another, parts), expected);
        }
        assertThat(parts.epochs).isEqualTo(whole.epochs);
    }

    @Test
    void augmentation_changesWhatIsLearned() {
        TrainingNotes plain = new TrainingNotes();
        TrainingNotes augmented = new TrainingNotes();
        run(loop(List.of()), plain);
        run(loop(List.of(new Noise(SmallTask.WIDTH, 5))), augmented);

        assertThat(augmented.epochs.get(0).losses())
                .isNotEqualTo(plain.epochs.get(0).losses());
    }

    /** Answers nothing and remembers the rows that it is given. */
    private static final class Watching implements Learner {
        private final Learner learner = NETWORK.regularised(new Seed(3));
        private final List<Rows> learned = new ArrayList<>();
        private final List<Rows> asked = new ArrayList<>();

        @Override
        public int members() {
            return 1;
        }

        @Override
        public long parameters() {
            return learner.parameters();
        }

        @Override
        public int outputs() {
            return learner.outputs();
        }

        @Override
        public double unit() {
            return learner.unit();
        }

        @Override
        public double[] step(List<Step> steps) {
            learned.add(steps.get(0).batch());
            return learner.step(steps);
        }

        @Override
        public Predictions answer(int member, Rows rows) {
            asked.add(rows);
            return learner.answer(member, rows);
        }

        @Override
        public NetworkSignals inspect(int member, Rows rows) {
            return learner.inspect(member, rows);
        }

        @Override
        public NoiseScale noise(int member, Rows rows) {
            return learner.noise(member, rows);
        }

        @Override
        public List<LayerChange> changes(int member) {
            return learner.changes(member);
        }

        @Override
        public boolean isFinite(int member) {
            return learner.isFinite(member);
        }

        @Override
        public LearnerState save(int member) {
            return learner.save(member);
        }

        @Override
        public void restore(int member, LearnerState state) {
            learner.restore(member, state);
        }

        @Override
        public void close() {
            learner.close();
        }
    }

    @Test
    void augmentation_actsOnTrainBatchesOnlyAndLeavesTheRowsAsTheyAre() {
        float[] before = TRAIN.numbers();
        Watching watching = new Watching();
        try (watching) {
            loop(ALL).run(watching, new TrainingNotes());
        }

        assertThat(watching.learned)
                .hasSize(24)
                .allSatisfy(batch -> assertThat(batch.targets()).isInstanceOf(Targets.Shares.class));
        assertThat(watching.asked)
                .hasSize(5)
                .allSatisfy(rows -> assertThat(rows.numbers()).isEqualTo(VALIDATION.numbers()));
        assertThat(TRAIN.numbers()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CROSS_ENTROPY", "BINARY_CROSS_ENTROPY"})
    void lossOfSmoothedTargets_isTheirCrossEntropy(LossFunction loss) {
        Learners learners = SmallTask.withOutput(new LayerSpec.Output(loss), Map.of(), dense("relu"));
        Rows batch = rows(16, 5);
        Rows smoothed = new Augmentations(List.of(new LabelSmoothing(0.2, 2))).apply(batch, new Seed(1));
        try (Learner learner = learners.plain(new Seed(3))) {
            Predictions answers = learner.predict(0, batch);
            double expected = 0;
            for (int row = 0; row < batch.count(); row++) {
                int label = batch.labels()[row];
                expected -= 0.9 * Math.log(answers.probability(row, label))
                        + 0.1 * Math.log(answers.probability(row, 1 - label));
            }

            double[] losses = learner.step(List.of(new Learner.Step(smoothed, 0.01, 1)));

            assertThat(losses[0]).isEqualTo(expected / batch.count(), within(1e-4));
        }
    }
}
