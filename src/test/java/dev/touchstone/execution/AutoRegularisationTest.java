package dev.touchstone.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.execution.PretendedTrials.Fit;
import dev.touchstone.search.Regime;
import dev.touchstone.store.StudyRecord;
import dev.touchstone.store.StudyStore.ClaimedTrial;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.AutoChange;
import dev.touchstone.study.AutoSearch;
import dev.touchstone.study.SearchCoordinator.Outcome;
import dev.touchstone.trial.TrialState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A study with {@code regularisation: auto}: what it decides and proposes, whatever becomes of its trials. */
class AutoRegularisationTest {
    private static final int TRIALS = 16;

    private static final String SPACE = """
              learning-rate: {log-uniform: [1e-3, 1e-1]}
              width: {integer: [8, 16]}
              weight-decay: {log-uniform: [1e-4, 1]}
            """;

    @TempDir
    private Path folder;

    @Test
    void overfitting_getsMoreRegularisationWithinTheSpecsBounds() throws IOException {
        SmallSweep sweep = sweep("a");

        assertThat(run(sweep, 1, 1, AutoRegularisationTest::overfits)).isEqualTo(Outcome.FINISHED);

        AutoSearch search = search(sweep);
        assertThat(search.decision().regime()).isEqualTo(Regime.OVERFITTING);
        assertThat(search.changes())
                .extracting(AutoChange::parameter)
                .containsExactly("weight-decay", "auto-max-norm", "auto-noise", "auto-label-smoothing");
        List<TrialRecord> trials = sweep.record().trials();
        assertThat(trials.subList(0, 4))
                .allSatisfy(trial -> assertThat(trial.proposed().values())
                        .containsOnlyKeys("learning-rate", "width", "weight-decay"));
        assertThat(trials.subList(4, TRIALS)).allSatisfy(trial -> {
            assertThat(trial.proposed().number("weight-decay")).isBetween(1e-2, 1.0);
            assertThat(trial.proposed().number("width")).isBetween(8.0, 16.0);
            assertThat(trial.proposed().has("auto-noise")).isTrue();
        });
        assertThat(sweep.told).anyMatch(line -> line.startsWith("regularisation: overfitting"));
    }

    @Test
    void underfitting_getsLessRegularisationMoreCapacityAndLongerTrials() throws IOException {
        SmallSweep sweep = sweep("a");

        assertThat(run(sweep, 1, 1, AutoRegularisationTest::underfits)).isEqualTo(Outcome.FINISHED);

        List<TrialRecord> trials = sweep.record().trials();
        assertThat(trials.subList(4, trials.size())).allSatisfy(trial -> {
            assertThat(trial.proposed().number("weight-decay")).isBetween(1e-4, 1e-2);
            assertThat(trial.proposed().number("width")).isBetween(12.0, 16.0);
            assertThat(trial.proposed().number("auto-epochs")).isBetween(1.0, 3.0);
        });
        assertThat(epochs(trials)).isEqualTo(TRIALS); // of the spec's, the budget of so many trials
        assertThat(trials).hasSizeLessThan(TRIALS);
        assertThat(sweep.told).anyMatch(line -> line.contains("trials had the epochs of 16"));
    }

    @Test
    void whereScoutsDoNotTell_regularisationIsMild() throws IOException {
        SmallSweep sweep = sweep("a");

        run(sweep, 1, 1, trial -> new Fit(1, 0.99));

        assertThat(search(sweep).decision().regime()).isEqualTo(Regime.UNDECIDED);
        List<TrialRecord> trials = sweep.record().trials();
        assertThat(trials).hasSize(TRIALS);
        assertThat(trials.subList(4, TRIALS))
                .allSatisfy(trial ->
                        assertThat(trial.proposed().number("auto-noise")).isBetween(0.0, 0.275));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void proposals_areTheSameForAnyNumberOfWorkersAndOrderOfEnds(int workers) throws IOException {
        SmallSweep alone = sweep("alone");
        SmallSweep several = sweep("several" + workers);
        run(alone, 1, 1, AutoRegularisationTest::underfits);

        run(several, workers, 7L * workers, AutoRegularisationTest::underfits);

        assertThat(proposed(several)).isEqualTo(proposed(alone));
        assertThat(search(several).decision()).isEqualTo(search(alone).decision());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6})
    void interruptedStudy_decidesAndProposesTheSame(int after) throws IOException {
        SmallSweep whole = sweep("whole");
        run(whole, 1, 1, AutoRegularisationTest::overfits);
        SmallSweep parted = sweep("parted");

        Outcome first = parted.run(
                parted.open(),
                study -> new PretendedTrials(study, 2, 3, AutoRegularisationTest::overfits),
                study -> study.store().counts().getOrDefault(TrialState.COMPLETE, 0) >= after);
        Outcome second = parted.run(
                parted.studies().resume(SmallSweep.STUDY),
                study -> new PretendedTrials(study, 2, 4, AutoRegularisationTest::overfits),
                study -> false);

        assertThat(List.of(first, second)).containsExactly(Outcome.INTERRUPTED, Outcome.FINISHED);
        assertThat(proposed(parted)).isEqualTo(proposed(whole));
        assertThat(search(parted))
                .usingRecursiveComparison()
                .ignoringFields("space")
                .isEqualTo(search(whole));
    }

    @Test
    void gatedScouts_areMadeUpForByTheNextTrials() throws IOException {
        SmallSweep sweep = sweep("a");
        Set<Integer> gated = Set.of(1, 3, 5);

        run(sweep, 2, 1, trial -> gated.contains(trial.number()) ? null : overfits(trial));

        AutoSearch search = search(sweep);
        assertThat(search.scouts()).isEqualTo(6); // 2 of 4 came to a figure, then 2 of 5
        assertThat(search.decision().judged()).containsExactly(2, 4, 6);
        assertThat(search.decision().regime()).isEqualTo(Regime.OVERFITTING);
    }

    @Test
    void whereAllScoutsAreGated_itEndsUndecidedAtHalfOfTheTrials() throws IOException {
        SmallSweep sweep = sweep("a");

        run(sweep, 2, 1, trial -> null);

        assertThat(search(sweep).scouts()).isEqualTo(TRIALS / 2);
        assertThat(search(sweep).decision().regime()).isEqualTo(Regime.UNDECIDED);
        assertThat(sweep.record().trials()).hasSize(TRIALS);
    }

    @Test
    void scoutsThatDiffer_areFollowedByMoreUpToHalfOfTheTrials() throws IOException {
        SmallSweep sweep = sweep("a");

        run(sweep, 1, 1, AutoRegularisationTest::overfitsHereAndThere);

        AutoSearch search = search(sweep);
        assertThat(search.scouts()).isEqualTo(TRIALS / 2);
        assertThat(search.decision().regime()).isEqualTo(Regime.OVERFITTING);
        assertThat(search.decision().judged()).hasSize(4);
        List<TrialRecord> trials = sweep.record().trials();
        assertThat(trials.subList(0, 8)).noneMatch(trial -> trial.proposed().has("auto-noise"));
        assertThat(trials.subList(8, TRIALS)).allMatch(trial -> trial.proposed().has("auto-noise"));
        assertThat(sweep.told)
                .containsOnlyOnce("regularisation: the first 4 trials do not tell what to work on;"
                        + " trials up to 8 are scouts, too");
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 3", "3, 7"})
    void secondLook_isTheSameForAnyNumberOfWorkersInterruptionAndMoreTrialsLater(int workers, int after)
            throws IOException {
        SmallSweep whole = sweep("whole");
        run(whole, 1, 1, AutoRegularisationTest::overfitsHereAndThere);
        SmallSweep parted = sweep("parted");
        parted.run(
                parted.open(),
                study -> new PretendedTrials(study, workers, 3, AutoRegularisationTest::overfitsHereAndThere),
                study -> study.store().counts().getOrDefault(TrialState.COMPLETE, 0) >= after);

        SmallSweep longer =
                new SmallSweep(folder.resolve("parted"), SPACE, 20, SmallSweep.NO_GATES + "regularisation: auto\n");
        run(longer, workers, 4, AutoRegularisationTest::overfitsHereAndThere);

        assertThat(proposed(longer)).hasSize(20);
        assertThat(proposed(longer).subList(0, TRIALS)).isEqualTo(proposed(whole));
        assertThat(search(longer))
                .usingRecursiveComparison()
                .ignoringFields("space")
                .isEqualTo(search(whole));
    }

    @Test
    void moreTrialsLater_changeNothingOfTheDecision() throws IOException {
        SmallSweep sweep = sweep("a");
        run(sweep, 1, 1, AutoRegularisationTest::overfits);
        AutoSearch before = search(sweep);
        List<?> proposed = proposed(sweep);

        SmallSweep longer =
                new SmallSweep(folder.resolve("a"), SPACE, 40, SmallSweep.NO_GATES + "regularisation: auto\n");
        run(longer, 1, 1, AutoRegularisationTest::underfits);

        assertThat(longer.record().trials()).hasSize(40);
        assertThat(proposed(longer).subList(0, TRIALS)).isEqualTo(proposed);
        assertThat(search(longer))
                .usingRecursiveComparison()
                .ignoringFields("space")
                .isEqualTo(before);
    }

    @Test
    void realTrials_areTrainedAsTheirAssignmentsSay() throws IOException {
        SmallSweep sweep = new SmallSweep(
                folder.resolve("real"), SPACE, 8, "{epochs: 2}", SmallSweep.NO_GATES + "regularisation: auto\n");

        assertThat(sweep.run(() -> false)).isEqualTo(Outcome.FINISHED);

        StudyRecord study = sweep.record();
        assertThat(study.trials()).allMatch(trial -> trial.state() == TrialState.COMPLETE);
        assertThat(search(sweep).decision()).isNotNull();
        assertThat(study.trials())
                .allSatisfy(
                        trial -> assertThat(trial.assessed().plan().epochs()).isEqualTo(2 * epochs(List.of(trial))));
    }

    private static Fit overfits(ClaimedTrial trial) {
        return new Fit(1, 0.8 + trial.number() % 3 * 0.01);
    }

    /** Of the first four two reach nothing better than 0.91 on train rows, and all but one of the next do. */
    private static Fit overfitsHereAndThere(ClaimedTrial trial) {
        boolean lacks = trial.number() % 8 == 2 || trial.number() % 8 == 3;
        return new Fit(lacks ? 0.9 : 0.99, 0.7 + trial.number() % 8 * 0.005);
    }

    private static Fit underfits(ClaimedTrial trial) {
        return new Fit(0.7, 0.69 - trial.number() % 3 * 0.01);
    }

    private SmallSweep sweep(String name) throws IOException {
        return new SmallSweep(folder.resolve(name), SPACE, TRIALS, SmallSweep.NO_GATES + "regularisation: auto\n");
    }

    private static Outcome run(SmallSweep sweep, int workers, long seed, Function<ClaimedTrial, Fit> fits) {
        return sweep.run(sweep.open(), study -> new PretendedTrials(study, workers, seed, fits), study -> false);
    }

    private static AutoSearch search(SmallSweep sweep) {
        return sweep.studies().autoSearch(sweep.record()).orElseThrow();
    }

    private static List<?> proposed(SmallSweep sweep) {
        return sweep.record().trials().stream().map(TrialRecord::proposed).toList();
    }

    private static int epochs(List<TrialRecord> trials) {
        return trials.stream()
                .mapToInt(trial -> trial.proposed().has("auto-epochs")
                        ? (int) trial.proposed().number("auto-epochs")
                        : 1)
                .sum();
    }
}
