package dev.touchstone.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.UserError;
import dev.touchstone.data.Task;
import dev.touchstone.data.vault.OpeningRequest;
import dev.touchstone.metric.Metric;
import dev.touchstone.search.Ranked;
import dev.touchstone.store.SqliteStudyStore;
import dev.touchstone.store.StudyRecord;
import dev.touchstone.store.StudyStatus;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.OpenStudy;
import dev.touchstone.study.SearchCoordinator.Outcome;
import dev.touchstone.study.StudyRanking;
import dev.touchstone.study.TestFigure;
import dev.touchstone.study.TestFigures;
import dev.touchstone.study.TestOpenings;
import dev.touchstone.trial.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
    @TempDir
    static Path finishedFolder;

    /** Ran undisturbed to its end; no test runs further trials in it. */
    private static SmallSweep finished;

    @TempDir
    Path folder;

    @BeforeAll
    static void sweepOnce() throws IOException {
        finished = new SmallSweep(finishedFolder);
        assertThat(finished.run(() -> false)).isEqualTo(Outcome.FINISHED);
    }

    @Test
    void sameSeed_givesIdenticalCurvesInTwoSweeps() throws IOException {
        SmallSweep second = new SmallSweep(folder);
        second.run(() -> false);

        List<TrialRecord> trials = finished.record().trials();
        List<TrialRecord> again = second.record().trials();
        assertThat(trials).hasSize(4);
        for (int i = 0; i < trials.size(); i++) {
            assertThat(trials.get(i).proposed()).isEqualTo(again.get(i).proposed());
            assertThat(trials.get(i).losses())
                    .isNotEmpty()
                    .isEqualTo(again.get(i).losses());
            assertThat(trials.get(i).epochs().stream().map(epoch -> epoch.validationLoss()))
                    .isEqualTo(again.get(i).epochs().stream()
                            .map(epoch -> epoch.validationLoss())
                            .toList());
        }
        assertThat(ranking(finished)).isEqualTo(ranking(second));
    }

    @Test
    void finishedSweep_hasRankedItsTrialsOnTheBestEpoch() {
        StudyRecord study = finished.record();

        assertThat(study.status()).isEqualTo(StudyStatus.FINISHED);
        assertThat(finished.ended).hasSize(4);
        for (TrialRecord trial : study.trials()) {
            assertThat(trial.state()).isEqualTo(TrialState.COMPLETE);
            assertThat(trial.gates()).hasSize(4);
            double best = trial.epochs().stream()
                    .mapToDouble(epoch -> epoch.value())
                    .max()
                    .orElseThrow();
            assertThat(trial.completed().values().get("accuracy")).isEqualTo(best);
        }
        List<Ranked> ranking = ranking(finished);
        assertThat(ranking).extracting(Ranked::rank).containsExactly(1, 2, 3, 4);
        assertThat(ranking.get(0).value()).isGreaterThan(0.9);
    }

    @Test
    void interruptedSweep_isResumedToWhatItWouldHaveBeen() throws IOException {
        SmallSweep disturbed = new SmallSweep(folder);

        assertThat(disturbed.run(() -> disturbed.ended.size() >= 2)).isEqualTo(Outcome.INTERRUPTED);
        assertThat(disturbed.record().status()).isEqualTo(StudyStatus.INTERRUPTED);
        assertThat(disturbed.resume()).isEqualTo(Outcome.FINISHED);

        assertThat(disturbed.record().trials()).hasSize(4);
        assertThat(ranking(disturbed)).isEqualTo(ranking(finished));
    }

    @Test
    void lengthenedSweepThatWasInterrupted_isResumedToItsNewLength() throws IOException {
        new SmallSweep(folder, SmallSweep.SPACE, 1, SmallSweep.NO_GATES).run(() -> false);
        SmallSweep lengthened = new SmallSweep(folder, SmallSweep.SPACE, 3, SmallSweep.NO_GATES);
        assertThat(lengthened.run(() -> !lengthened.ended.isEmpty())).isEqualTo(Outcome.INTERRUPTED);

        assertThat(lengthened.resume()).isEqualTo(Outcome.FINISHED);

        assertThat(lengthened.record().trials()).hasSize(3);
    }

    @Test
    void sweepOfAFinishedStudy_runsNothingAgain() throws IOException {
        SmallSweep again = new SmallSweep(finishedFolder);

        assertThat(again.run(() -> false)).isEqualTo(Outcome.FINISHED);
        assertThat(again.ended).isEmpty();
        assertThat(again.told).isEmpty();
        assertThat(again.record().status()).isEqualTo(StudyStatus.FINISHED);
    }

    @Test
    void studyInUse_isRefusedToASecondCoordinator() {
        try (OpenStudy held = finished.studies().resume(SmallSweep.STUDY)) {
            assertThat(held.spec().study()).isEqualTo(SmallSweep.STUDY);
            assertThatThrownBy(finished::resume).isInstanceOf(UserError.class).hasMessageContaining("in use");
        }
    }

    @Test
    void specThatMeansSomethingElse_isRefusedForAStudyThatIsThere() {
        String narrower = SmallSweep.SPACE.replace("16", "12");

        assertThatThrownBy(() -> new SmallSweep(finishedFolder, narrower, 4, "").run(() -> false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("another name");
    }

    @Test
    void moreTrials_continueTheStudy() throws IOException {
        new SmallSweep(folder, SmallSweep.SPACE, 2, SmallSweep.NO_GATES).run(() -> false);
        SmallSweep longer = new SmallSweep(folder, SmallSweep.SPACE, 3, SmallSweep.NO_GATES);

        assertThat(longer.run(() -> false)).isEqualTo(Outcome.FINISHED);
        assertThat(longer.ended).extracting(TrialRecord::number).containsExactly(3);
    }

    /** The process was killed after it had made the database, and before it had written the study into it. */
    @Test
    void studyThatWasBegunInPart_isMadeByTheNextSweep() throws IOException {
        SmallSweep sweep = new SmallSweep(folder, SmallSweep.SPACE, 1, SmallSweep.NO_GATES);
        Path database = sweep.studies().folder(SmallSweep.STUDY).database();
        SqliteStudyStore.open(database, SmallSweep.STUDY).close();

        assertThat(sweep.run(() -> false)).isEqualTo(Outcome.FINISHED);
        assertThat(sweep.record().trials()).hasSize(1);
    }

    @Test
    void spaceOfTwoValues_endsTheSweepAfterTwoTrials() throws IOException {
        String two = """
                  learning-rate: 0.01
                  width: {choice: [8, 16]}
                """;
        SmallSweep sweep = new SmallSweep(folder, two, 5, SmallSweep.NO_GATES);

        assertThat(sweep.run(() -> false)).isEqualTo(Outcome.FINISHED);
        assertThat(sweep.record().trials()).hasSize(2);
        assertThat(sweep.told).anyMatch(message -> message.contains("no assignment that was not tried"));
    }

    @Test
    void testSplit_isScoredOnlyThroughTheVaultAndLeavesItsLines() throws IOException {
        int best = ranking(finished).get(0).trial();
        assertThat(finished.studies()
                        .vault(SmallSweep.STUDY)
                        .state()
                        .orElseThrow()
                        .opened())
                .isFalse();

        OpeningRequest request = new OpeningRequest(SmallSweep.STUDY, best, "the paper's figure");
        TestOpenings openings = new TestOpenings(finished.studies());
        TestFigures figures = openings.open(request);

        assertThat(figures.figures()).extracting(TestFigure::metric).isEqualTo(Metric.of(Task.Kind.CLASSIFICATION));
        assertThat(figures.looks().count()).isEqualTo(1);
        assertThat(accuracy(figures).test()).isBetween(0.85, 1.0);
        assertThat(accuracy(figures).corrected()).isEqualTo(accuracy(figures).interval());
        assertThat(accuracy(figures).validation())
                .isEqualTo(ranking(finished).get(0).value());
        assertThat(accuracy(figures).baseline()).isBetween(0.55, 0.7); // 357 of the 569 rows are benign
        assertThat(Files.readAllLines(
                        finished.studies().folder(SmallSweep.STUDY).ledger()))
                .hasSize(2);
        assertThatThrownBy(() -> openings.open(request)).isInstanceOf(UserError.class);

        TestFigures again = openings.openAgain(request);
        assertThat(again.looks().count()).isEqualTo(2);
        assertThat(accuracy(again).test()).isEqualTo(accuracy(figures).test());
        assertThat(accuracy(again).corrected().low())
                .isLessThan(accuracy(again).interval().low());
    }

    private static TestFigure accuracy(TestFigures figures) {
        return figures.figures().stream()
                .filter(figure -> figure.metric() == Metric.ACCURACY)
                .findAny()
                .orElseThrow();
    }

    private static List<Ranked> ranking(SmallSweep sweep) {
        return StudyRanking.of(sweep.record(), sweep.studies().artefacts(SmallSweep.STUDY));
    }
}
