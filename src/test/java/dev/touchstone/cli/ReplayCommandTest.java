package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.execution.SmallSweep;
import dev.touchstone.space.Assignment;
import dev.touchstone.store.LeasedJournal;
import dev.touchstone.store.StudyStore;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.OpenStudy;
import dev.touchstone.training.StoppingRule;
import dev.touchstone.trial.TrialPipeline;
import dev.touchstone.trial.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trials of every end come out the same again. */
class ReplayCommandTest {
    @TempDir
    private Path folder;

    @Test
    void everyTrial_isIdenticalAndLeavesItsStudyAlone() throws IOException {
        String space = """
                  learning-rate: {choice: [0.01, 1.0e+30]}
                  width: {integer: [8, 16]}
                """;
        SmallSweep sweep = new SmallSweep(folder, space, 3, "gates: {learning-rate-range: reject}\n");
        sweep.run(() -> false);
        List<TrialRecord> trials = sweep.record().trials();
        List<Path> files = files();

        assertThat(trials).extracting(TrialRecord::state).contains(TrialState.COMPLETE, TrialState.GATED);
        trials.forEach(this::assertIdentical);

        assertThat(files()).isEqualTo(files);
        assertThat(sweep.record().trials()).isEqualTo(trials);
    }

    @Test
    void failedTrial_failsAgainInTheSameIteration() throws IOException {
        String space = """
                  learning-rate: 1.0e+30
                  width: 8
                """;
        SmallSweep sweep = new SmallSweep(folder, space, 1, SmallSweep.NO_GATES);
        sweep.run(() -> false);

        TrialRecord trial = sweep.record().trials().get(0);
        assertThat(trial.state()).isEqualTo(TrialState.FAILED);
        assertIdentical(trial);
    }

    @ParameterizedTest
    @CsvSource({
        "'{epochs: 100000, early-stopping: off, seconds: 0.3}', SECONDS",
        "'{iterations: 70, early-stopping: off}', ITERATIONS",
        "'{epochs: 200, early-stopping: {patience: auto, minimum-improvement: auto, metric: cross-entropy}}', TREND"
    })
    void trialThatAnyRuleEnded_isIdentical(String training, StoppingRule rule) throws IOException {
        String space = """
                  learning-rate: 0.1
                  width: 16
                """;
        SmallSweep sweep = new SmallSweep(folder, space, 1, training, SmallSweep.NO_GATES);
        sweep.run(() -> false);

        TrialRecord trial = sweep.record().trials().get(0);
        assertThat(trial.completed().decision().rule()).isEqualTo(rule);
        assertIdentical(trial);
        Called shown = Called.with(
                "show",
                SmallSweep.STUDY,
                "--trial",
                "1",
                "--reports",
                folder.resolve("reports").toString());
        assertThat(shown.out()).contains(trial.completed().decision().inWords());
        if (rule == StoppingRule.TREND) {
            assertThat(shown.out()).containsPattern("watched cross-entropy: noise [0-9.e-]+ an epoch, minimum");
        }
    }

    @Test
    void trialThatWasInterruptedAndResumed_isIdentical() throws IOException {
        SmallSweep sweep = new SmallSweep(folder, SmallSweep.SPACE, 1, SmallSweep.NO_GATES);
        try (OpenStudy study = sweep.open()) {
            interruptWhileTraining(study);
        }
        sweep.run(() -> false);

        TrialRecord trial = sweep.record().trials().get(0);
        assertThat(trial.state()).isEqualTo(TrialState.COMPLETE);
        assertIdentical(trial);
    }

    private static void interruptWhileTraining(OpenStudy study) {
        int asked = 10;
        AtomicInteger asks = new AtomicInteger();
        study.store().enqueue(new Assignment(Map.of("learning-rate", 0.01, "width", 8)), new double[] {0.5, 0}, 3);
        StudyStore.ClaimedTrial trial = study.store().claim("test").orElseThrow();
        trial.carry(new TrialPipeline(
                study.task(),
                new LeasedJournal(study.store(), trial.lease()),
                study.artefacts(),
                study.store(),
                () -> asks.incrementAndGet() > asked));
        TrialRecord interrupted = study.store().trial(trial.number()).orElseThrow();
        assertThat(interrupted.state()).isEqualTo(TrialState.INTERRUPTED);
        assertThat(interrupted.reason()).contains("while training");
    }

    private void assertIdentical(TrialRecord trial) {
        String number = String.valueOf(trial.number());

        Called replayed = Called.with(
                "replay",
                SmallSweep.STUDY,
                "--trial",
                number,
                "--reports",
                folder.resolve("reports").toString());

        assertThat(replayed.code()).as(replayed.out()).isEqualTo(0);
        assertThat(replayed.out())
                .isEqualTo("identical: %d iterations in %d epochs%n"
                        .formatted(trial.losses().size(), trial.epochs().size()));
        assertThat(replayed.err()).isEqualTo("training trial %s again%n".formatted(number));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
