package dev.touchstone.bench.faults;

import dev.touchstone.base.Seed;
import dev.touchstone.diagnosis.Finding;
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

/** Puts causes of what is wrong with a trial to the test as a sweep does that has time for all of it. */
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
        Optional<Experiment> next = next();
        while (next.isPresent()) {
            tested.add(Experiments.carry(bench, next.get()));
            next = next();
        }
    }

    private Optional<Experiment> next() {
        return Experiments.candidates(Weighed.of(findings, tested), tested).stream()
                .flatMap(code -> Experiments.deciding(code, trial).stream())
                .findFirst();
    }
}
