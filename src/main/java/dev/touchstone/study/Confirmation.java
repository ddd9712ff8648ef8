package dev.touchstone.study;

import dev.touchstone.base.Seed;
import dev.touchstone.base.UserError;
import dev.touchstone.data.PreparedDataFormat;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.experiment.Experiments;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.diagnosis.experiment.Workbench;
import dev.touchstone.space.Assignment;
import dev.touchstone.store.StudyHead;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.ExperimentTrainer;
import dev.touchstone.trial.TrialTask;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Puts the hypotheses about a trial to the test, and writes nothing to its study.
 *
 * @param effective what the trial trained
 */
public record Confirmation(TrialTask task, Assignment effective, Seed seed, List<Finding> findings) {
    /**
     * Makes ready to experiment on a trial.
     *
     * @param head of the study that the trial belongs to
     * @throws UserError when the trial has not ended, or trained nothing
     */
    public static Confirmation of(Studies studies, StudyHead head, TrialRecord recorded) {
        if (!recorded.state().isFinal() || recorded.effective() == null) {
            throw new UserError("trial " + recorded.number() + " of study '" + head.study() + "' is "
                    + recorded.state().specName() + (recorded.state().isFinal() ? " and trained nothing" : "")
                    + "; experiments need a training to compare with");
        }
        return new Confirmation(
                studies.kept(head)
                        .task(PreparedDataFormat.read(
                                studies.artefacts(head.study()).map(head.preparedData()))),
                Objects.requireNonNull(recorded.effective()),
                new Seed(recorded.seed()),
                recorded.findings());
    }

    /**
     * Carries the experiments out, in this process.
     *
     * @param progress is told of each training before it begins, in a line
     */
    public List<Tested> run(Consumer<String> progress) {
        ExperimentTrainer trainer = new ExperimentTrainer(task);
        Workbench bench =
                new Workbench(trainer.conditions(effective, seed), trainer, trainer.judge(), progress);
        return Experiments.carry(bench, findings);
    }
}
