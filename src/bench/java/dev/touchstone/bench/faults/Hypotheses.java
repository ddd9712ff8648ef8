package dev.touchstone.bench.faults;

import dev.touchstone.base.Seed;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts warnings and errors about a trial to the test as a sweep does: the finding that leads the trial, causes before
 * symptoms, and when that is spoken against the one that leads it then; after them what gates advised against.
 */
final class Hypotheses {
    private final Workbench bench;
    private final Conditions trial;
    private final List<Finding> findings;
    private final List<Said> gates;
    private final List<Tested> tested = new ArrayList<>();

    private Hypotheses(TrialTask task, TrialRecord record, List<Said> gates, long seed) {
        ExperimentTrainer trainer = new ExperimentTrainer(task);
        this.trial = trainer.conditions(record.effective(), new Seed(seed));
        this.bench = new Workbench(trial, trainer, trainer.judge(), line -> {});
        this.findings = record.findings();
        this.gates = gates;
    }

    /** How they came out; nothing of a trial that trained nothing. */
    static List<Tested> tested(TrialTask task, TrialRecord record, List<Said> gates, long seed) {
        if (record.effective() == null) {
            return List.of();
        }
        Hypotheses hypotheses = new Hypotheses(task, record, gates, seed);
        hypotheses.test();
        return hypotheses.tested;
    }

    private void test() {
        Optional<Experiment> next = leading();
        while (next.isPresent() && tested.stream().allMatch(Hypotheses::isSpokenAgainst)) {
            tested.add(Experiments.carry(bench, next.get()));
            next = leading();
        }
    }

    private Optional<Experiment> leading() {
        Stream<FindingCode> found = Weighed.of(findings, tested).stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .flatMap(finding -> FindingCode.named(finding.code()).stream())
                .sorted(Comparator.comparing(FindingCode::nature));
        Stream<FindingCode> advised = gates.stream().flatMap(said -> FindingCode.named(said.code()).stream());
        return Stream.concat(found, advised)
                .filter(code -> tested.stream().noneMatch(done -> done.code().equals(code.specName())))
                .flatMap(code -> Experiments.deciding(code, trial).stream())
                .findFirst();
    }

    private static boolean isSpokenAgainst(Tested tested) {
        return tested.outcome().speaksAgainst();
    }
}
