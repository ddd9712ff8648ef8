package dev.touchstone.store;

import static dev.touchstone.store.StudyStoreContract.HEAD;
import static dev.touchstone.store.StudyStoreContract.POINT;
import static dev.touchstone.store.StudyStoreContract.PROPOSED;
import static dev.touchstone.store.StudyStoreContract.STUDY;
import static dev.touchstone.store.StudyStoreContract.completed;
import static dev.touchstone.store.StudyStoreContract.end;
import static dev.touchstone.store.StudyStoreContract.ensemble;
import static dev.touchstone.store.StudyStoreContract.epoch;
import static dev.touchstone.trial.TrialState.COMPLETE;
import static dev.touchstone.trial.TrialState.FAILED;
import static dev.touchstone.trial.TrialState.GATED;
import static dev.touchstone.trial.TrialState.INTERRUPTED;
import static dev.touchstone.trial.TrialState.QUEUED;
import static dev.touchstone.trial.TrialState.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.Verdict;
import dev.touchstone.trial.TrialEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases that earlier versions wrote, made by their {@link FixtureStudy}; a released version is added, none goes. */
class ReleasedSchemaTest {
    private static final int INTERRUPTED_TRIAL = 4;
    private static final int RESUMED_TRIAL = 5;
    private static final int RUNNING_TRIAL = 6;

    @TempDir
    private Path folder;

    private StudyStore open(int version) throws IOException {
        Path file = folder.resolve("study.db");
        try (InputStream fixture = getClass().getResourceAsStream("schema-version-" + version + ".db")) {
            Files.copy(Objects.requireNonNull(fixture), file);
        }
        return SqliteStudyStore.openExisting(file, STUDY);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void study_isAsItWas(int version) throws IOException {
        try (StudyStore store = open(version)) {
            StudyRecord study = store.read();

            assertThat(study.head()).isEqualTo(HEAD);
            assertThat(study.status()).isEqualTo(StudyStatus.INTERRUPTED);
            assertThat(study.updated()).isAfter(study.created());
            assertThat(study.trials())
                    .extracting(TrialRecord::state)
                    .containsExactly(COMPLETE, GATED, FAILED, INTERRUPTED, COMPLETE, RUNNING, QUEUED);
            assertThat(study.trials()).extracting(TrialRecord::proposed).containsOnly(PROPOSED);
            assertThat(study.trials()).extracting(TrialRecord::seed).containsOnly(42L);
            assertThat(study.trials())
                    .extracting(TrialRecord::reason)
                    .containsExactly(null, "too high", "loss is not a number", "stopped by the user", null, null, null);
            assertThat(study.trials())
                    .filteredOn(trial -> trial.state() != QUEUED)
                    .extracting(TrialRecord::started)
                    .allSatisfy(started -> assertThat(started).isBetween(study.created(), study.updated()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void completeTrial_hasAllThatWasRecorded(int version) throws IOException {
        try (StudyStore store = open(version)) {
            TrialRecord trial = store.trial(1).orElseThrow();

            assertThat(trial.completed()).isEqualTo(completed(0.975));
            assertThat(trial.effective()).isEqualTo(PROPOSED.with("learning-rate", 0.4));
            assertThat(trial.parameters()).isEqualTo(4810);
            assertThat(trial.environment()).isEqualTo(Map.of("jvm", "17"));
            assertThat(trial.gates())
                    .containsExactly(new GateResult(
                            "learning-rate-range",
                            Verdict.WARN,
                            "the rate was moved",
                            "learning-rate",
                            0.5,
                            Map.of("losses", List.of(2.5, Double.NaN, Double.POSITIVE_INFINITY))));
            assertThat(trial.epochs()).containsExactly(epoch(1), epoch(2));
            assertThat(trial.lossIterations()).containsExactly(1, 2);
            assertThat(trial.losses()).containsExactly(2.5, 0.25);
            assertThat(trial.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo("odd");
                assertThat(finding.evidence()).isEqualTo(Map.of("loss", 0.25));
            });
            assertThat(trial.notes())
                    .extracting(TrialRecord.Note::text)
                    .containsExactly("look at this", "'); DROP TABLE note; -- ✓");
            assertThat(store.trial(3).orElseThrow().losses()).containsExactly(Double.NaN);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void studyWithoutEnsembles_takesThem(int version) throws IOException {
        try (StudyStore store = open(version)) {
            assertThat(store.ensembles()).isEmpty();

            assertThat(store.keep(ensemble(1))).isEqualTo(1);
        }
    }

    @Test
    void ensemble_isAsItWasKept() throws IOException {
        try (StudyStore store = open(4)) {
            assertThat(store.ensembles()).singleElement().satisfies(kept -> {
                assertThat(kept.number()).isEqualTo(1);
                assertThat(kept.ensemble()).isEqualTo(ensemble(1));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void resumedTrial_hasEverythingOnce(int version) throws IOException {
        try (StudyStore store = open(version)) {
            TrialRecord trial = store.trial(RESUMED_TRIAL).orElseThrow();

            assertThat(trial.environment()).isEqualTo(Map.of("jvm", "25"));
            assertThat(trial.losses()).containsExactly(2.5, 2.0, 1.5);
            assertThat(trial.epochs()).containsExactly(epoch(1));
            assertThat(trial.completed()).isEqualTo(completed(0.9));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void study_goesOnFromWhereItStopped(int version) throws IOException {
        try (StudyStore store = open(version)) {
            StudyStore.ClaimedTrial claimed = store.claim("a worker").orElseThrow();
            assertThat(claimed.number()).isEqualTo(INTERRUPTED_TRIAL);
            assertThat(claimed.resumption().effective()).isEqualTo(PROPOSED);
            assertThat(claimed.resumption().checkpoint()).isEqualTo("second");

            store.append(
                    claimed.lease(),
                    List.of(
                            new TrialEvent.Resumed(Map.of(), 2),
                            new TrialEvent.LossesRecorded(List.of(3), List.of(0.75)),
                            completed(0.95)));

            TrialRecord trial = store.trial(INTERRUPTED_TRIAL).orElseThrow();
            assertThat(trial.losses()).containsExactly(2.5, 2.0, 0.75);
            assertThat(trial.completed()).isEqualTo(completed(0.95));
            assertThat(store.enqueue(PROPOSED, POINT, 1)).isEqualTo(8);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void trialOfAProcessThatDied_isFreedAndClaimedAgain(int version) throws IOException {
        try (StudyStore store = open(version)) {
            HeldLease held = store.leases().get(0);
            assertThat(held.lease().trial()).isEqualTo(RUNNING_TRIAL);

            assertThat(store.revoke(held.lease(), end(INTERRUPTED))).isTrue();

            assertThat(List.of(store.claim("a worker"), store.claim("a worker")))
                    .extracting(claimed -> claimed.orElseThrow().number())
                    .containsExactly(INTERRUPTED_TRIAL, RUNNING_TRIAL);
        }
    }
}
