package dev.touchstone.training;

import static dev.touchstone.training.SmallTask.dense;
import static dev.touchstone.training.SmallTask.dropout;
import static dev.touchstone.training.SmallTask.learners;
import static dev.touchstone.training.SmallTask.rows;
import static dev.touchstone.training.TrainingNotes.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.data.Tasks;
import dev.touchstone.data.augmentation.Augmentations;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.TaskLoss;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResumedTrainingTest {
    private static final int EPOCHS = 8;
    private static final int BATCHES = 6;
    private static final Rows TRAIN = rows(90, 1);
    private static final Learners ADAM = network("adam");

    private static final TrainingNotes whole = new TrainingNotes();
    private static TrainingOutcome expected;

    @BeforeAll
    static void trainUndisturbed() {
        expected = run(ADAM, loop(null), whole);
    }

    private static Learners network(String optimiser) {
        Map<String, Object> hyperparameters = Map.of("optimiser", optimiser, "weight-decay", 1e-3);
        return learners(hyperparameters, dense("relu"), dropout(0.4), dense("tanh"));
    }

    private static TrainingLoop loop(EarlyStoppingSpec stopping) {
        Seed seed = new Seed(23);
        TrainingSpec spec = new TrainingSpec(EPOCHS, stopping, Schedule.COSINE);
        return new TrainingLoop(
                spec,
                new Shuffle(TRAIN, 16, seed),
                Augmentations.NONE,
                rows(50, 2),
                new TaskLoss(Tasks.classes(SmallTask.CLASSES)),
                0.05,
                Metric.CROSS_ENTROPY,
                Metric.CROSS_ENTROPY.direction(),
                seed);
    }

    private static TrainingOutcome run(Learners learners, TrainingLoop loop, TrainingNotes notes) {
        try (Learner learner = learners.regularised(new Seed(3))) {
            return loop.run(learner, notes);
        }
    }

    /** Goes on from bytes, with a learner that has never seen the training. */
    private static TrainingOutcome resume(Learners learners, TrainingLoop loop, byte[] bytes, TrainingNotes notes) {
        try (Learner another = learners.regularised(new Seed(4))) {
            return loop.resume(TrainingCheckpoint.fromBytes(bytes), another, notes);
        }
    }

    /** At the start, at ends of epochs and beside them, and at iterations drawn from a fixed seed. */
    static IntStream iterations() {
        SplittableRandom random = new SplittableRandom(31);
        return IntStream.concat(
                IntStream.of(0, 1, BATCHES - 1, BATCHES, BATCHES + 1, EPOCHS * BATCHES - 1),
                random.ints(8, 2, EPOCHS * BATCHES - 1));
    }

    @ParameterizedTest
    @MethodSource("iterations")
    void trainingStoppedAtAnIteration_goesOnAsIfItHadNot(int iteration) {
        TrainingNotes parts = new TrainingNotes();
        parts.iterationsLeft = iteration;
        TrainingOutcome.Interrupted stop = (TrainingOutcome.Interrupted) run(ADAM, loop(null), parts);
        assertThat(stop.checkpoint().iterations()).isEqualTo(iteration);
        assertThat(stop.checkpoint().epochs()).isEqualTo(iteration / BATCHES);
        parts.iterationsLeft = Integer.MAX_VALUE;
        TrainingOutcome outcome = resume(ADAM, loop(null), stop.checkpoint().toBytes(), parts);

        assertThat(parts.epochs).isEqualTo(whole.epochs).hasSize(EPOCHS);
        assertSame(outcome, expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgd", "nesterovs", "adam"})
    void trainingStoppedAgainAndAgain_goesOnAsIfItHadNot(String optimiser) {
        Learners network = network(optimiser);
        SplittableRandom random = new SplittableRandom(37);
        TrainingLoop loop = loop(new EarlyStoppingSpec(2, 0.001));
        TrainingNotes undisturbed = new TrainingNotes();
        TrainingOutcome end = run(network, loop, undisturbed);

        TrainingNotes parts = new TrainingNotes();
        parts.iterationsLeft = random.nextInt(BATCHES);
        TrainingOutcome outcome = run(network, loop, parts);
        while (outcome instanceof TrainingOutcome.Interrupted stop) {
            parts.iterationsLeft = 1 + random.nextInt(BATCHES);
            outcome = resume(network, loop, stop.checkpoint().toBytes(), parts);
        }

        assertThat(parts.epochs).isEqualTo(undisturbed.epochs);
        assertSame(outcome, end);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, BATCHES, 3 * BATCHES + 2, EPOCHS * BATCHES - 1})
    void checkpointOfferedBeforeAnIteration_leadsToTheSameEnd(int iteration) {
        assertThat(whole.checkpoints).hasSize(EPOCHS * BATCHES);
        TrainingNotes rest = new TrainingNotes();

        assertSame(resume(ADAM, loop(null), whole.checkpoints.get(iteration), rest), expected);

        assertThat(rest.epochs).isEqualTo(whole.epochs.subList(iteration / BATCHES, EPOCHS));
    }

    @Test
    void secondsBeforeTheStop_count() {
        TrainingNotes notes = new TrainingNotes();
        notes.iterationsLeft = 7;
        TrainingCheckpoint stop = ((TrainingOutcome.Interrupted) run(ADAM, loop(null), notes)).checkpoint();
        TrainingCheckpoint later = new TrainingCheckpoint(
                stop.epochs(),
                stop.iterations(),
                stop.losses(),
                stop.lastLoss(),
                stop.stopping(),
                stop.learner(),
                stop.best(),
                stop.bestPredictions(),
                stop.seconds() + 100);

        TrainingOutcome outcome = resume(ADAM, loop(null), later.toBytes(), new TrainingNotes());

        assertThat(((TrainingOutcome.Finished) outcome).seconds()).isBetween(100.0, 160.0);
    }

    @Test
    void checkpointOfAnotherTraining_isRefused() {
        byte[] checkpoint = whole.checkpoints.get(BATCHES);
        TrainingLoop here = loop(null);
        TrainingLoop other = new TrainingLoop(
                here.spec(),
                new Shuffle(TRAIN, 32, here.seed()),
                Augmentations.NONE,
                here.validation(),
                here.loss(),
                here.learningRate(),
                here.objective(),
                here.direction(),
                here.seed());

        assertThatThrownBy(() -> resume(ADAM, other, checkpoint, new TrainingNotes()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("batches an epoch");
        assertThatThrownBy(() -> resume(network("sgd"), here, checkpoint, new TrainingNotes()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
