package dev.touchstone.training;

import static dev.touchstone.training.ConvolutionalTask.BATCHES;
import static dev.touchstone.training.ConvolutionalTask.EPOCHS;
import static dev.touchstone.training.ConvolutionalTask.learner;
import static dev.touchstone.training.ConvolutionalTask.loop;
import static dev.touchstone.training.TrainingNotes.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.data.Rows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ISchedule;

class ResumedConvolutionTest {
    private static final int ITERATIONS = EPOCHS * BATCHES;

    private static final TrainingNotes whole = new TrainingNotes();
    private static TrainingOutcome expected;
    private static byte[] lastState;

    @BeforeAll
    static void trainUndisturbed() {
        try (Learner learner = learner(Adam::new, 5)) {
            expected = loop().run(learner, whole);
            lastState = learner.save(0).toBytes();
        }
    }

    private static TrainingCheckpoint stopped(
            Function<ISchedule, IUpdater> updater, int iteration, TrainingNotes notes) {
        notes.iterationsLeft = iteration;
        try (Learner learner = learner(updater, 5)) {
            return ((TrainingOutcome.Interrupted) loop().run(learner, notes)).checkpoint();
        }
    }

    static IntStream iterations() {
        return IntStream.range(0, ITERATIONS);
    }

    @ParameterizedTest
    @MethodSource("iterations")
    void trainingStoppedAtAnIteration_goesOnAsIfItHadNot(int iteration) {
        TrainingNotes parts = new TrainingNotes();
        byte[] checkpoint = stopped(Adam::new, iteration, parts).toBytes();
        try (Learner another = learner(Adam::new, 6)) {
            assertSame(loop().resume(TrainingCheckpoint.fromBytes(checkpoint), another, parts), expected);
            assertThat(another.save(0).toBytes()).isEqualTo(lastState);
        }
        assertThat(parts.epochs).isEqualTo(whole.epochs).hasSize(EPOCHS);
    }

    @Test
    void trainingStoppedInMidEpoch_goesOnInAnotherProcess(@TempDir Path folder) throws Exception {
        Path checkpoint = folder.resolve("checkpoint");
        Path state = folder.resolve("state");
        Files.write(
                checkpoint, stopped(Adam::new, BATCHES + 2, new TrainingNotes()).toBytes());

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ConvolutionalTask.class.getName(),
                        checkpoint.toString(),
                        state.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(process.waitFor()).isZero();
        assertThat(Files.readAllBytes(state)).isEqualTo(lastState);
    }

    static Stream<Named<Function<ISchedule, IUpdater>>> updaters() {
        return Stream.of(
                Named.of("sgd", Sgd::new),
                Named.of("nesterovs", rate -> new Nesterovs(rate, 0.9)),
                Named.of("rmsprop", RmsProp::new),
                Named.of(
                        "adagrad",
                        rate -> AdaGrad.builder().learningRateSchedule(rate).build()));
    }

    @ParameterizedTest
    @MethodSource("updaters")
    void trainingWithAnyUpdater_goesOnAsIfItHadNotStopped(Function<ISchedule, IUpdater> updater) {
        TrainingNotes undisturbed = new TrainingNotes();
        TrainingNotes parts = new TrainingNotes();
        byte[] checkpoint = stopped(updater, BATCHES + 1, parts).toBytes();
        try (Learner first = learner(updater, 5);
                Learner another = learner(updater, 6)) {
            TrainingOutcome end = loop().run(first, undisturbed);
            TrainingOutcome outcome = loop().resume(TrainingCheckpoint.fromBytes(checkpoint), another, parts);

            assertSame(outcome, end);
            assertThat(another.save(0).toBytes()).isEqualTo(first.save(0).toBytes());
        }
        assertThat(parts.epochs).isEqualTo(undisturbed.epochs).hasSize(EPOCHS);
    }

    /** Batch normalisation answers with its running statistics, which no gradient trains. */
    @Test
    void restoredLearner_answersWithTheSameRunningStatistics() {
        Rows rows = ConvolutionalTask.pictures(20, 3);
        try (Learner trained = learner(Sgd::new, 5);
                Learner another = learner(Sgd::new, 6)) {
            LearnerState before = trained.save(0);
            Rows far = ConvolutionalTask.pictures(32, 4);
            trained.step(List.of(new Learner.Step(far, 0, 1)));
            assertThat(trained.save(0).parameters()).isNotEqualTo(before.parameters());

            another.restore(0, LearnerState.fromBytes(trained.save(0).toBytes()));

            assertThat(another.predict(0, rows).toBytes())
                    .isEqualTo(trained.predict(0, rows).toBytes());
        }
    }
}
