package dev.touchstone.study;

import dev.touchstone.base.Seed;
import dev.touchstone.base.UserError;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.PreparedDataFormat;
import dev.touchstone.data.Rows;
import dev.touchstone.metric.Interval;
import dev.touchstone.metric.Predictions;
import dev.touchstone.space.Assignment;
import dev.touchstone.store.ArtefactStore;
import dev.touchstone.store.SqliteStudyStore;
import dev.touchstone.store.StudyHead;
import dev.touchstone.store.StudyStore;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.training.Learner;
import dev.touchstone.training.LearnerState;
import java.util.Map;
import java.util.Objects;

/**
 * A complete trial's best checkpoint, with what is needed to use it.
 *
 * @param preparedData the artefact of the train and validation rows it was made with
 * @param data those rows
 * @param effective the assignment it was trained under
 */
record TrialModel(
        StudySpec spec,
        TrialRecord trial,
        String preparedData,
        PreparedData data,
        Assignment effective,
        LearnerState state)
        implements TestedModel {
    /**
     * Finds the checkpoint of a trial.
     *
     * @throws UserError when there is no such study or trial, the trial is not complete, or its checkpoint was not kept
     */
    static TrialModel of(Studies studies, String study, int number) {
        try (StudyStore store =
                SqliteStudyStore.openExisting(studies.folder(study).database(), study)) {
            StudyHead head = store.head().orElseThrow(() -> new UserError("study '" + study + "' was never begun"));
            TrialRecord trial = store.trial(number)
                    .orElseThrow(() -> new UserError("study '" + study + "' has no trial " + number));
            if (trial.completed() == null || trial.effective() == null) {
                throw new UserError("trial " + number + " of study '" + study + "' is "
                        + trial.state().specName() + "; only a complete trial has a model");
            }
            ArtefactStore artefacts = studies.artefacts(study);
            String checkpoint = trial.completed().checkpoint();
            if (!artefacts.has(checkpoint)) {
                throw new UserError(
                        "the checkpoint of trial " + number
                                + " was not kept, because it is not among the leading trials; raise keep-checkpoints in the spec");
            }
            return new TrialModel(
                    studies.kept(head),
                    trial,
                    head.preparedData(),
                    PreparedDataFormat.read(artefacts.map(head.preparedData())),
                    trial.effective(),
                    LearnerState.fromBytes(artefacts.get(checkpoint)));
        }
    }

    @Override
    public Predictions predict(Rows rows) {
        try (Learner learner = learner()) {
            return learner.predict(0, rows);
        }
    }

    @Override
    public Map<String, Double> values() {
        return Objects.requireNonNull(trial.completed()).values();
    }

    @Override
    public Map<String, Interval> intervals() {
        return Objects.requireNonNull(trial.completed()).intervals();
    }

    @Override
    public Seed seed() {
        return new Seed(trial.seed());
    }

    /** A learner in the checkpoint's state. */
    Learner learner() {
        Learner learner = spec.task(data).learners(effective).regularised(new Seed(trial.seed()));
        learner.restore(0, state);
        return learner;
    }
}
