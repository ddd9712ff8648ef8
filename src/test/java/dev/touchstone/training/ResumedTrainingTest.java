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
import dev.touchstone.model.Optimiser;
import dev.touchstone.model.layer.DropoutKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
        return loop(stopping, new Schedule.Cosine());
    }

    private static TrainingLoop loop(EarlyStoppingSpec stopping, Schedule schedule) {
        Seed seed = new Seed(23);
        TrainingSpec spec = new TrainingSpec(EPOCHS, stopping, ScheduleSpec.COSINE);
        return new TrainingLoop(
                spec,
                new Shuffle(TRAIN, 16, seed),
                Augmentations.NONE,
                rows(50, 2),
                new TaskLoss(Tasks.classes(SmallTask.CLASSES)),
                0.05,
                schedule,
                Metric.CROSS_ENTROPY,
                Metric.CROSS_ENTROPY.direction(),
                seed);
    }

    /** Of as many iterations as end in mid-epoch, by rules whose state is the curve. */
    private static TrainingLoop loop(Budget budget, EarlyStoppingSpec stopping) {
        TrainingLoop loop = loop(stopping);
        return new TrainingLoop(
                new TrainingSpec(budget, stopping, ScheduleSpec.COSINE, GradientSpec.NONE),
                loop.shuffle(),
                loop.augmentations(),
                loop.validation(),
                loop.loss(),
                loop.learningRate(),
                loop.schedule(),
                loop.objective(),
                loop.direction(),
                loop.seed());
    }

    static Stream<Arguments> rules() {
        Budget forty = Budget.ofEpochs(40);
        return Stream.of(
                Arguments.of(forty, new EarlyStoppingSpec(Patience.AUTO, MinimumImprovement.NONE, null)),
                Arguments.of(forty, new EarlyStoppingSpec(Patience.AUTO, MinimumImprovement.AUTO, Metric.ACCURACY)),
                Arguments.of(
                        new Budget(null, 12 * BATCHES + 3, Cut.NONE),
                        new EarlyStoppingSpec(new Patience.Epochs(9), MinimumImprovement.AUTO, null)),
                Arguments.of(new Budget(20, null, new Cut.Recorded(4 * BATCHES + 2)), null));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ruleOfTheCurve_decidesTheSameAfterAnyNumberOfStops(Budget budget, EarlyStoppingSpec stopping) {
        TrainingLoop loop = loop(budget, stopping);
        TrainingNotes undisturbed = new TrainingNotes();
        TrainingOutcome end = run(ADAM, loop, undisturbed);

        assertStopsChangeNothing(ADAM, loop, undisturbed, end);
    }

    private static void assertStopsChangeNothing(
            Learners network, TrainingLoop loop, TrainingNotes undisturbed, TrainingOutcome end) {
        SplittableRandom random = new SplittableRandom(37);
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

    static Stream<Arguments> stateful() {
        Schedule reducing = new Schedule.WarmUp(0.1, new Schedule.ReduceOnPlateau(0.5, 1));
        List<Learners> networks = new ArrayList<>();
        for (Optimiser optimiser : Optimiser.values()) {
            networks.add(network(optimiser.specName()));
        }
        for (Map<String, Double> regularisation : List.of(
                Map.of("drop-connect", 0.3, "max-norm", 1.0, "l1", 0.01), Map.of("weight-noise", 0.1, "l2", 0.1))) {
            networks.add(SmallTask.regularised(
                    regularisation,
                    GradientRules.NONE,
                    dense("selu"),
                    dropout(0.3, DropoutKind.ALPHA),
                    dense("tanh"),
                    dropout(0.3, DropoutKind.GAUSSIAN)));
        }
        networks.add(SmallTask.regularised(
                Map.of("gradient-noise", 0.1), new GradientRules(0.5, 1, 0.7, 0, 5), dense("relu"), dropout(0.3)));
        return networks.stream()
                .flatMap(network ->
                        Stream.of(Arguments.of(network, new Schedule.Cosine()), Arguments.of(network, reducing)));
    }

    @ParameterizedTest
    @MethodSource("stateful")
    void trainingStoppedAgainAndAgain_goesOnAsIfItHadNot(Learners network, Schedule schedule) {
        TrainingLoop loop = loop(new EarlyStoppingSpec(2, 0.001), schedule);
        TrainingNotes undisturbed = new TrainingNotes();
        TrainingOutcome end = run(network, loop, undisturbed);

        assertStopsChangeNothing(network, loop, undisturbed, end);
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
                stop.watched(),
                stop.bestSoFar(),
                stop.plateau(),
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
                here.schedule(),
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
