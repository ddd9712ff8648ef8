package dev.touchstone.study;

import dev.touchstone.base.Seed;
import dev.touchstone.base.UserError;
import dev.touchstone.data.PreparedDataFormat;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.diagnosis.experiment.Conditions;
import dev.touchstone.diagnosis.experiment.Experiment;
import dev.touchstone.diagnosis.experiment.Experiments;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.diagnosis.experiment.Workbench;
import dev.touchstone.space.Assignment;
import dev.touchstone.store.StudyHead;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.ExperimentTrainer;
import dev.touchstone.trial.TrialTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Puts the hypotheses about a trial to the test, and writes nothing to its study.
 *
 * @param findings of the trial
 * @param most experiments, from 1
 * @param effective what the trial trained
 */
public record Confirmation(TrialTask task, Assignment effective, Seed seed, List<Finding> findings, int most) {
    /** As many experiments as there are. */
    private static final int ALL = Integer.MAX_VALUE;

    /** All hypotheses. */
    public Confirmation(TrialTask task, Assignment effective, Seed seed, List<Finding> findings) {
        this(task, effective, seed, findings, ALL);
    }

    /** Only one hypothesis about a trial, which {@link #iterations} knows an experiment for. */
    static Confirmation of(TrialTask task, TrialRecord recorded, FindingCode hypothesis) {
        Finding finding = hypothesis.finding(Severity.INFO, hypothesis.meaning(), new Evidence(), "");
        return new Confirmation(
                task, Objects.requireNonNull(recorded.effective()), new Seed(recorded.seed()), List.of(finding), 1);
    }

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

    /** How many iterations it takes to confirm a hypothesis; nothing where no experiment decides it. */
    OptionalLong iterations(FindingCode hypothesis) {
        Conditions trial = new ExperimentTrainer(task).conditions(effective, seed);
        return Experiments.deciding(hypothesis, trial)
                .map(experiment -> OptionalLong.of(experiment.iterations(trial)))
                .orElse(OptionalLong.empty());
    }

    /** Hears how experiments go. */
    public interface Listener {
        /** An experiment on a hypothesis begins. */
        void begun(String code);

        /** A training begins. */
        void told(String line);

        /** An experiment has ended. */
        void tested(Tested tested);
    }

    /**
     * Carries the experiments out, in this process.
     *
     * @param before what was tested already, which is not tested again
     */
    public void run(List<Tested> before, Listener listener) {
        ExperimentTrainer trainer = new ExperimentTrainer(task);
        Conditions trial = trainer.conditions(effective, seed);
        Workbench bench = new Workbench(trial, trainer, trainer.judge(), listener::told);
        List<Tested> tested = new ArrayList<>(before);
        Optional<Experiment> next = Experiments.next(bench, findings, tested);
        while (next.isPresent() && tested.size() < most) {
            listener.begun(next.get().hypothesis().specName());
            Tested one = Experiments.carry(bench, next.get());
            listener.tested(one);
            tested.add(one);
            next = Experiments.next(bench, findings, tested);
        }
    }
}
