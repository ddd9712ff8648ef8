package dev.touchstone.study;

import dev.touchstone.base.UserError;
import dev.touchstone.data.Targets;
import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.Predictions;
import dev.touchstone.search.Ranked;
import dev.touchstone.store.ArtefactStore;
import dev.touchstone.store.StudyRecord;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The complete trials of a study that an ensemble can be made of, best first. */
final class EnsembleCandidates {
    private final StudyRecord study;
    private final ArtefactStore artefacts;
    private final Map<Integer, TrialRecord> trials = new HashMap<>();
    private final List<Ranked> ranking;

    /** A trial and what it predicted for the validation rows. */
    record Candidate(TrialRecord trial, TrialEvent.Completed completed, Predictions predictions) {}

    /**
     * @throws NoEnsemble when no trial is complete
     * @throws UserError when the predictions of a complete trial are missing
     */
    EnsembleCandidates(StudyRecord study, ArtefactStore artefacts) {
        this.study = study;
        this.artefacts = artefacts;
        study.trials().forEach(trial -> trials.put(trial.number(), trial));
        study.trials().forEach(this::requirePredictions);
        this.ranking = StudyRanking.of(study, artefacts).stream()
                .filter(ranked -> Double.isFinite(ranked.value()))
                .toList();
        if (ranking.isEmpty()) {
            throw new NoEnsemble("No trial of " + study.head().study() + " is complete, so there is no ensemble.");
        }
    }

    @SuppressWarnings("ConstantValue") // what an earlier version kept may lack it
    private void requirePredictions(TrialRecord trial) {
        TrialEvent.Completed completed = trial.completed();
        if (completed != null && (completed.predictions() == null || !artefacts.has(completed.predictions()))) {
            throw new UserError("trial " + trial.number() + " of study '"
                    + study.head().study()
                    + "' is complete, but its validation predictions are missing: it was recorded by an earlier version,"
                    + " or files were deleted; run the study again under another name (key study:)");
        }
    }

    /** The best trial. */
    Candidate best() {
        return candidate(ranking.get(0).trial());
    }

    /** @throws UserError when there is no such trial, or it is not complete */
    Candidate of(int number) {
        TrialRecord trial = trials.get(number);
        if (trial == null) {
            throw new UserError("there is no trial " + number + "; the study has trials 1 to " + trials.size());
        } else if (trial.completed() == null) {
            throw new UserError("trial " + number + " is " + trial.state().specName()
                    + "; only a complete trial can be trained again for an ensemble");
        }
        return candidate(number);
    }

    private Candidate candidate(int number) {
        TrialRecord trial = Objects.requireNonNull(trials.get(number));
        TrialEvent.Completed completed = Objects.requireNonNull(trial.completed());
        return new Candidate(trial, completed, Predictions.fromBytes(artefacts.get(completed.predictions())));
    }

    /** Trials of the same effective assignment and seed count once. */
    List<Candidate> different() {
        Map<String, Candidate> different = new LinkedHashMap<>();
        for (Ranked ranked : ranking) {
            Candidate candidate = candidate(ranked.trial());
            String same = Objects.requireNonNull(candidate.trial().effective()).canonical() + " "
                    + candidate.trial().seed();
            different.putIfAbsent(same, candidate);
        }
        return new ArrayList<>(different.values());
    }

    Targets targets() {
        return study.head().data().validationTargets();
    }

    Metric metric() {
        return Metric.named(study.head().metric()).orElseThrow();
    }

    Direction direction() {
        return Direction.valueOf(study.head().direction().toUpperCase(Locale.ROOT));
    }
}
