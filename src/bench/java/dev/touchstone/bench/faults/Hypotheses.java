package dev.touchstone.bench.faults;

import dev.touchstone.base.Seed;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.experiment.Conditions;
import dev.touchstone.diagnosis.experiment.Experiment;
import dev.touchstone.diagnosis.experiment.Experiments;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.diagnosis.experiment.Weighed;
import dev.touchstone.diagnosis.experiment.Workbench;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.ExperimentTrainer;
import dev.touchstone.trial.TrialTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts warnings and errors about a trial to the test as a sweep does: the cause that leads the trial, and when that is
 * spoken against the one that leads it then. What only gates say, or symptoms, is not tested.
 */
final class Hypotheses {
    private final Workbench bench;
    private final Conditions trial;
    private final List<Finding> findings;
    private final List<Tested> tested = new ArrayList<>();

    private Hypotheses(TrialTask task, TrialRecord record, long seed) {
        ExperimentTrainer trainer = new ExperimentTrainer(task);
        this.trial = trainer.conditions(record.effective(), new Seed(seed));
        this.bench = new Workbench(trial, trainer, trainer.judge(), line -> {});
        this.findings = record.findings();
    }

    /** How they came out; nothing of a trial that trained nothing. */
    static List<Tested> tested(TrialTask task, TrialRecord record, long seed) {
        if (record.effective() == null) {
            return List.of();
        }
        Hypotheses hypotheses = new Hypotheses(task, record, seed);
        hypotheses.test();
        return hypotheses.tested;
    }

    private void test() {
        Optional<Experiment> next = leading();
        while (next.isPresent()) {
            tested.add(Experiments.carry(bench, next.get()));
            next = leading();
        }
    }

    private Optional<Experiment> leading() {
        return Weighed.leading(Weighed.of(findings, tested))
                .filter(code -> code.nature() == FindingCode.Nature.CAUSE)
                .filter(code -> tested.stream().noneMatch(done -> done.code().equals(code.specName())))
                .flatMap(code -> Experiments.deciding(code, trial));
    }
}
