package dev.touchstone.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.UserError;
import dev.touchstone.data.vault.OpeningRequest;
import dev.touchstone.ensemble.Ensemble;
import dev.touchstone.ensemble.Member;
import dev.touchstone.ensemble.Way;
import dev.touchstone.execution.SmallSweep;
import dev.touchstone.metric.Gain;
import dev.touchstone.metric.Interval;
import dev.touchstone.store.ArtefactStore;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaderboardTest {
    /** Rates so far apart that the trials differ. */
    private static final String SPACE = """
              learning-rate: {choice: [1e-6, 0.03, 1e-4, 1e-5]}
              width: 8
            """;

    @TempDir
    static Path folder;

    private static SmallSweep sweep;
    private static List<TrialRecord> trials;
    private static int best;

    @BeforeAll
    static void sweepOnce() throws IOException {
        sweep = new SmallSweep(folder.resolve("sweep"), SPACE, 4, SmallSweep.NO_GATES + "keep-checkpoints: 1\n");
        sweep.run(() -> false);
        trials = sweep.record().trials();
        best = trials.stream()
                .filter(trial -> trial.effective().number("learning-rate") == 0.03)
                .findFirst()
                .orElseThrow()
                .number();
    }

    @Test
    void trialsBehindTheLeaders_loseTheirCheckpointAndKeepTheirPredictions() {
        ArtefactStore artefacts = sweep.studies().artefacts(SmallSweep.STUDY);

        assertThat(trials).hasSize(4).allSatisfy(trial -> {
            assertThat(artefacts.has(trial.completed().checkpoint()))
                    .as("checkpoint of trial " + trial.number())
                    .isEqualTo(trial.number() == best);
            assertThat(artefacts.has(trial.completed().predictions())).isTrue();
        });
    }

    @Test
    void trialWithoutItsCheckpoint_canBeNeitherExportedNorTested() {
        int behind = best == 1 ? 2 : 1;
        Path to = folder.resolve("model");
        TestOpenings openings = new TestOpenings(sweep.studies());

        assertThatThrownBy(() -> new BestModel(sweep.studies()).export(SmallSweep.STUDY, behind, to))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("keep-checkpoints");
        assertThat(to).doesNotExist();
        assertThatThrownBy(() -> openings.open(new OpeningRequest(SmallSweep.STUDY, behind, "curious")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("keep-checkpoints");
        assertThat(sweep.studies().folder(SmallSweep.STUDY).ledger()).doesNotExist();
    }

    @Test
    void memberOfAnEnsemble_keepsItsCheckpointWhenItFallsBehind() {
        try (OpenStudy study = sweep.studies().resume(SmallSweep.STUDY)) {
            TrialRecord behind = trials.get(best == 1 ? 1 : 0);
            String member = study.artefacts().put(new byte[] {1});
            String other = study.artefacts().put(new byte[] {2});
            study.store().keep(ensembleOf(behind.number(), member));
            Leaderboard board = new Leaderboard(study);
            board.add(trials.get(best - 1));

            board.add(with(behind, member));
            board.add(with(behind, other));

            assertThat(study.artefacts().has(member)).isTrue();
            assertThat(study.artefacts().has(other)).isFalse();
        }
    }

    private static Ensemble ensembleOf(int trial, String checkpoint) {
        Member member = new Member(trial, 1, 1, List.of(), 0.5, checkpoint, "p");
        Gain gain = new Gain(0, new Interval(0, 0), null);
        return new Ensemble(Way.WEIGHTS, trial, List.of(member), Map.of(), Map.of(), gain, null, List.of());
    }

    private static TrialRecord with(TrialRecord trial, String checkpoint) {
        TrialEvent.Completed completed = trial.completed();
        return new TrialRecord(
                trial.number(),
                trial.state(),
                trial.reason(),
                trial.proposed(),
                trial.effective(),
                trial.seed(),
                trial.parameters(),
                trial.environment(),
                trial.gates(),
                trial.epochs(),
                trial.lossIterations(),
                trial.losses(),
                trial.looks(),
                trial.assessed(),
                trial.findings(),
                trial.tested(),
                new TrialEvent.Completed(
                        completed.bestEpoch(),
                        completed.iterations(),
                        completed.seconds(),
                        completed.values(),
                        completed.intervals(),
                        completed.stopped(),
                        checkpoint,
                        completed.predictions(),
                        completed.decision()),
                trial.failures(),
                trial.notes(),
                trial.started(),
                trial.ended());
    }

    @Test
    void board_isLedByTheBestValueAndThenByTheLowerNumber() {
        try (OpenStudy study = sweep.studies().resume(SmallSweep.STUDY)) {
            Leaderboard board = new Leaderboard(study);
            assertThat(board.bestTrial()).isEqualTo(Optional.empty());

            board.add(trials.get(best - 1));

            assertThat(board.bestTrial()).contains(best);
            assertThat(board.bestValue())
                    .contains(trials.get(best - 1).completed().values().get("accuracy"));
        }
    }
}
