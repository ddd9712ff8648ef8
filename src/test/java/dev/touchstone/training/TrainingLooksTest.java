package dev.touchstone.training;

import static dev.touchstone.training.SmallTask.dense;
import static dev.touchstone.training.SmallTask.dropout;
import static dev.touchstone.training.SmallTask.learners;
import static dev.touchstone.training.SmallTask.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.data.Tasks;
import dev.touchstone.data.augmentation.Augmentations;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.Predictions;
import dev.touchstone.metric.TaskLoss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.learning.config.Adam;

/** Looks into a network while it trains. */
class TrainingLooksTest {
    private static final Rows TRAIN = rows(90, 1);
    private static final int BATCH = 32;
    private static final Learners ADAM = learners(Map.of("weight-decay", 0.1), dense("relu"), dropout(0.3));

    private static TrainingLoop loop(int epochs) {
        Seed seed = new Seed(11);
        return new TrainingLoop(
                new TrainingSpec(epochs, null, ScheduleSpec.COSINE),
                new Shuffle(TRAIN, BATCH, seed),
                Augmentations.NONE,
                rows(50, 2),
                new TaskLoss(Tasks.classes(2)),
                0.01,
                new Schedule.Cosine(),
                Metric.ACCURACY,
                Metric.ACCURACY.direction(),
                seed);
    }

    private static List<Integer> due(int batchSize, int iterations) {
        LookSchedule schedule = new LookSchedule(batchSize);
        return IntStream.rangeClosed(1, iterations)
                .filter(schedule::isDue)
                .boxed()
                .toList();
    }

    /** Some steps, with or without looks between them; gives the network's last state and all losses. */
    private static List<Object> steps(boolean looks) {
        Rows rows = ConvolutionalTask.pictures(48, 1);
        List<Object> seen = new ArrayList<>();
        try (Learner learner = ConvolutionalTask.learner(Adam::new, 6)) {
            for (int step = 1; step <= 12; step++) {
                Rows batch = rows.range(step % 3 * 16, step % 3 * 16 + 16);
                seen.add(learner.step(List.of(new Learner.Step(batch, 0.02, step)))[0]);
                if (looks) {
                    learner.changes(0);
                    learner.inspect(0, rows.range(0, 32));
                    learner.noise(0, rows.range(0, 32));
                }
            }
            LearnerState last = learner.save(0);
            seen.add(last.parameters());
            seen.add(last.optimiser());
        }
        return seen;
    }

    @Test
    void looks_leaveTrainingBitForBitAsItIs() {
        assertThat(steps(true)).usingRecursiveComparison().isEqualTo(steps(false));
    }

    @Test
    void change_isWhatTheStepTookFromTheParameters() {
        try (Learner learner = ADAM.regularised(new Seed(3))) {
            float[] before = learner.save(0).parameters();
            learner.step(List.of(new Learner.Step(TRAIN.range(0, BATCH), 0.01, 1)));
            List<LayerChange> changes = learner.changes(0);
            float[] after = learner.save(0).parameters();

            double taken = 0;
            double left = 0;
            for (int i = 0; i < after.length; i++) {
                taken += Math.pow((double) after[i] - before[i], 2);
                left += Math.pow(after[i], 2);
            }
            assertThat(changes).extracting(LayerChange::name).containsExactly("0-dense", "2-output");
            assertThat(norm(changes.stream().mapToDouble(LayerChange::update).toArray()))
                    .isCloseTo(Math.sqrt(taken), within(1e-6));
            assertThat(norm(changes.stream().mapToDouble(LayerChange::weights).toArray()))
                    .isCloseTo(Math.sqrt(left), within(1e-5));
        }
    }

    @Test
    void noiseScale_isUnbiasedInBothItsParts() {
        try (Learner learner = ADAM.regularised(new Seed(3))) {
            double mean = IntStream.range(0, TRAIN.count())
                    .mapToDouble(row -> squaredGradient(learner, TRAIN.range(row, row + 1)))
                    .average()
                    .orElseThrow();
            double ofMean = squaredGradient(learner, TRAIN);
            double variance =
                    (mean - ofMean) * TRAIN.count() / (TRAIN.count() - 1); // of rows drawn without replacement
            List<NoiseScale> drawn = new ArrayList<>();
            for (int draw = 0; draw < 1000; draw++) {
                int[] order = new Seed(5).derive("draw", draw).permutation(TRAIN.count());
                Rows rows = TRAIN.select(Arrays.copyOf(order, 17));
                learner.inspect(0, rows);
                drawn.add(learner.noise(0, rows));
            }

            assertThat(drawn.stream()
                            .mapToDouble(NoiseScale::variance)
                            .average()
                            .orElseThrow())
                    .isCloseTo(variance, withinPercentage(8));
            assertThat(drawn.stream()
                            .mapToDouble(NoiseScale::squaredGradient)
                            .average()
                            .orElseThrow())
                    .isCloseTo(ofMean - variance / TRAIN.count(), withinPercentage(10));
        }
    }

    private static double squaredGradient(Learner learner, Rows rows) {
        return learner.inspect(0, rows).layers().stream()
                .mapToDouble(layer -> layer.gradientNorm() * layer.gradientNorm())
                .sum();
    }

    @Test
    void noiseScale_isTheQuotientOfSumsOverLooks() {
        assertThat(NoiseScale.over(List.of(look(new NoiseScale(30, -1)), look(null), look(new NoiseScale(50, 3)))))
                .isEqualTo(40);
        assertThat(NoiseScale.over(List.of(look(new NoiseScale(30, -1))))).isInfinite();
        assertThat(NoiseScale.over(List.of(look(null), look(new NoiseScale(Double.NaN, 1)))))
                .isNaN();
        assertThat(NoiseScale.words(List.of(look(new NoiseScale(1234, 1))))).contains("about 1200 rows");
        assertThat(NoiseScale.words(List.of(look(null)))).isEmpty();
    }

    private static TrainingLook look(@Nullable NoiseScale noise) {
        return new TrainingLook(40, 0.1, 0.3, 0, 1, 0.2, 0.5, 0, List.of(), noise);
    }

    private static double norm(double[] parts) {
        double sum = 0;
        for (double part : parts) {
            sum += part * part;
        }
        return Math.sqrt(sum);
    }

    @Test
    void training_tellsOfEveryLookThatIsDue() {
        TrainingNotes notes = new TrainingNotes();
        try (Learner learner = ADAM.regularised(new Seed(3))) {
            loop(40).run(learner, notes);
        }

        assertThat(notes.looks).extracting(TrainingLook::iteration).containsExactly(40, 90);
        assertThat(notes.looks).allSatisfy(look -> {
            assertThat(look.learningRate()).isBetween(0.0, 0.01);
            assertThat(look.updateRatio()).isBetween(0.0, 0.1);
            assertThat(look.outputEntropy()).isBetween(0.0, 1.0);
            assertThat(look.outputSpread()).isGreaterThan(0);
            assertThat(look.layers()).hasSize(2);
        });
        assertThat(notes.looks.get(0).noise()).isNotNull();
        assertThat(notes.looks.get(1).noise()).isNull();
        assertThat(notes.looks.get(1).loss()).isLessThan(notes.looks.get(0).loss());
    }

    @Test
    void answersAsABatch_areThoseOfInferenceWhereNothingIsNormalisedAndElseOfTheBatchAlone() {
        try (Learner learner = ADAM.regularised(new Seed(3))) {
            assertThat(learner.answerAsABatch(0, TRAIN).numbers())
                    .containsExactly(learner.predict(0, TRAIN).numbers(), within(1e-6f));
        }
        Rows pictures = ConvolutionalTask.pictures(48, 1);
        try (Learner learner = ConvolutionalTask.learner(Adam::new, 6)) {
            float[] alone = learner.answerAsABatch(0, pictures.range(0, 16)).numbers();
            float[] among = Arrays.copyOf(learner.answerAsABatch(0, pictures).numbers(), alone.length);
            LearnerState before = learner.save(0);
            assertThat(alone).isNotEqualTo(among);
            assertThat(learner.answerAsABatch(0, pictures.range(0, 16)).numbers())
                    .isEqualTo(alone);
            assertThat(learner.save(0)).usingRecursiveComparison().isEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"1257, 32, 64, 2", "1257, 128, 64, 3", "6000, 32, 170, 1", "100000, 64, 256, 1", "40, 8, 40, 36"})
    void trainRows_areAskedAsOftenAsTheirShareOfTimeAllows(int trainRows, int batchSize, int rows, int every) {
        TrainSample sample = new TrainSample(batchSize, trainRows);

        assertThat(sample.rows()).isEqualTo(rows);
        assertThat(sample.every()).isEqualTo(every);
        assertThat(sample.isDue(every)).isTrue();
        assertThat(sample.isDue(every + 1)).isEqualTo(every == 1);
    }

    @Test
    void trainValue_isThatOfSomeTrainRowsAndBesideThatOfTheirClasses() {
        TrainingNotes notes = new TrainingNotes();
        try (Learner learner = ADAM.regularised(new Seed(3))) {
            loop(60).run(learner, notes);
        }
        int every = new TrainSample(BATCH, TRAIN.count()).every();

        assertThat(every).isBetween(2, 60);
        assertThat(notes.epochs)
                .allSatisfy(epoch -> assertThat(epoch.train() != null).isEqualTo(epoch.epoch() % every == 0));
        TrainMetric train = notes.epochs.get(every - 1).train();
        assertThat(train.rows()).isEqualTo(64);
        assertThat(train.value()).isBetween(0.5, 1.0);
        assertThat(train.recalls()).hasSize(2);
    }

    @Test
    void resumedTraining_looksAtTheSamePlacesAndSeesTheSame() {
        TrainingNotes whole = new TrainingNotes();
        TrainingNotes parts = new TrainingNotes();
        parts.iterationsLeft = 77;
        try (Learner learner = ADAM.regularised(new Seed(3))) {
            loop(40).run(learner, whole);
        }
        try (Learner learner = ADAM.regularised(new Seed(3))) {
            TrainingOutcome.Interrupted cut = (TrainingOutcome.Interrupted) loop(40).run(learner, parts);
            parts.iterationsLeft = Integer.MAX_VALUE;
            loop(40).resume(TrainingCheckpoint.fromBytes(cut.checkpoint().toBytes()), learner, parts);
        }

        assertThat(parts.looks).isEqualTo(whole.looks);
        assertThat(parts.epochs).isEqualTo(whole.epochs);
    }

    @Test
    void networkThatAnswersAlike_hasNoSpread() {
        assertThat(new Predictions(2, new float[] {0.2f, 0.8f, 0.2f, 0.8f}).spread())
                .isZero();
        assertThat(new RawOutputs(new float[] {0.5f, 0.5f, 0.5f, 0.5f}, 2).entropy())
                .isCloseTo(1, within(1e-9));
        assertThat(new RawOutputs(new float[] {1, 0, 0, 1}, 2).entropy()).isZero();
        assertThat(new RawOutputs(new float[] {0.5f}, 1).entropy()).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 16, 32, 64, 500})
    void looks_comeNoCloserThanTheirShareOfTimeAllows(int batchSize) {
        LookSchedule schedule = new LookSchedule(batchSize);
        double stepsALook = 2 * Math.max(1, (double) schedule.rows() / batchSize);
        int iterations = 20_000;

        assertThat(due(batchSize, iterations)).isNotEmpty();
        assertThat(due(batchSize, iterations).size() * stepsALook).isLessThanOrEqualTo(0.05 * iterations);
        assertThat(schedule.rows()).isBetween(32, 64);
    }

    @Test
    void looks_growWithTheLogarithmOfTheTraining() {
        assertThat(due(64, 3_200)).hasSize(64);
        assertThat(due(64, 1_000_000)).hasSizeLessThan(64 + 9 * 33);
    }
}
