package dev.touchstone.study;

import dev.touchstone.base.Seed;
import dev.touchstone.data.PreparedData;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.diagnosis.experiment.Weighed;
import dev.touchstone.gate.GateCache;
import dev.touchstone.gate.GateSpec;
import dev.touchstone.gate.Policy;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.Overrides;
import dev.touchstone.training.ScheduleSpec;
import dev.touchstone.training.TrainingSpec;
import dev.touchstone.trial.ArtefactSink;
import dev.touchstone.trial.TrialEvent;
import dev.touchstone.trial.TrialJournal;
import dev.touchstone.trial.TrialPipeline;
import dev.touchstone.trial.TrialTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfirmationTest {
    private static final GateSpec NO_GATES = new GateSpec(Policy.OFF, Policy.OFF, Policy.OFF, Policy.OFF);

    static List<Finding> findings(TrialTask task, Assignment assignment, Seed seed) {
        List<Finding> findings = new ArrayList<>();
        TrialJournal journal = (trial, event) -> {
            if (event instanceof TrialEvent.FindingMade made) {
                findings.add(made.finding());
            }
        };
        ArtefactSink sink = new ArtefactSink() {
            public String put(byte[] c) { return "x"; }
            public byte[] get(String n) { return new byte[0]; }
            public void delete(String n) {}
        };
        new TrialPipeline(task, journal, sink, GateCache.NONE, () -> false).run(1, assignment, seed);
        return findings;
    }


    @Test
    void probe() {
        for (String fault : java.util.Objects.requireNonNullElse(System.getenv("FAULTS"), "healthy").split(",")) {
            StudySpec spec = SpecFile.read(Path.of("search-spaces", "digits.yaml"), Overrides.NONE).spec();
            PreparedData data = Studies.prepare(spec).data();
            TrialTask task = spec.task(data);
            TrainingSpec training = new TrainingSpec(8, null, ScheduleSpec.CONSTANT);
            Assignment a = spec.space().centre().with("optimiser", "adam").with("learning-rate", 1e-3).with("batch-size", 32).with("dropout", 0.1).with("weight-decay", 1e-4).with("width", 32);
            a = switch (fault) {
                case "high" -> a.with("learning-rate", 30.0);
                case "low" -> a.with("learning-rate", 1e-7);
                case "decay" -> a.with("optimiser", "sgd").with("learning-rate", 0.03).with("weight-decay", 5.0);
                case "dropout" -> a.with("dropout", 0.97);
                case "batch" -> a.with("batch-size", 1024);
                case "narrow" -> a.with("width", 2).with("dropout", 0.0);
                default -> a;
            };
            task = new TrialTask(data, task.augmentation(), task.model(), NO_GATES, training, task.metric(), task.direction());
            Seed seed = new Seed(5);
            List<Finding> found = findings(task, a, seed);
            long start = System.nanoTime();
            List<Tested> tested = new ArrayList<>();
            new Confirmation(task, a, seed, found).run(List.of(), new Confirmation.Listener() {
                public void begun(String code) {}
                public void told(String line) {}
                public void tested(Tested t) { tested.add(t); }
            });
            System.out.println("=== " + fault + " " + (System.nanoTime() - start) / 1e9 + " s; found " + found.stream().map(Finding::code).toList());
            tested.forEach(t -> System.out.println("  " + t.code() + ": " + t.words() + " [" + t.trainings() + ", " + t.iterations() + "]"));
            System.out.println("  -> " + Weighed.of(found, tested).stream().map(f -> f.code() + (f.confirmed() ? "!" : "")).toList());
        }
    }
}
