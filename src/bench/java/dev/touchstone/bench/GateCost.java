package dev.touchstone.bench;

import dev.touchstone.base.Seed;
import dev.touchstone.gate.GateCache;
import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.GateSpec;
import dev.touchstone.gate.Gates;
import dev.touchstone.gate.Policy;
import dev.touchstone.gate.Verdict;
import dev.touchstone.search.RandomSampler;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.Overrides;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.Studies;
import dev.touchstone.study.StudySpec;
import dev.touchstone.training.Learner;
import dev.touchstone.training.TrainingMonitor;
import dev.touchstone.trial.BegunTraining;
import dev.touchstone.trial.TrialTask;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the gates cost beside the training of the same trials, in one process and in turns, so that whatever else the
 * machine does touches both. Trials that a gate would reject are shown apart: a sweep in which nothing is doomed has none.
 */
final class GateCost {
    private static final GateSpec ALL = new GateSpec(Policy.ADVISE, Policy.ADVISE, Policy.ADVISE, Policy.ADVISE);

    /** Trials before anything is timed, for the first ones of a process wait for its compiler. */
    private static final int WARM_UP = 5;

    private GateCost() {}

    /** @param arguments spec, and how many trials */
    public static void main(String[] arguments) {
        StudySpec spec =
                SpecFile.read(Path.of(arguments[0]), Overrides.NONE).spec();
        TrialTask task = spec.task(Studies.prepare(spec).data());
        int trials = Integer.parseInt(arguments[1]);
        Map<String, Double> seconds = new TreeMap<>();
        double training = 0;
        double ofRejected = 0;
        long iterations = 0;
        int rejected = 0;
        for (int number = 1 - WARM_UP; number <= trials; number++) {
            Seed seed = new Seed(number);
            Assignment assignment = spec.space().getValue(new RandomSampler().propose(spec.space(), seed.derive("proposal")));
            List<GateResult> results;
            try (BegunTraining begun = new BegunTraining(task, assignment, seed)) {
                results = new Gates(ALL).judge(begun.subject(GateCache.NONE), result -> {});
            }
            double ofGates = results.stream().mapToDouble(GateResult::seconds).sum();
            boolean isRejected = results.stream().anyMatch(result -> result.verdict() == Verdict.REJECT);
            if (number < 1) {
                train(task, assignment, seed);
            } else if (isRejected) {
                rejected++;
                ofRejected += ofGates;
            } else {
                results.forEach(result -> seconds.merge(result.gate(), result.secondsBesideTraining(), Double::sum));
                long start = System.nanoTime();
                iterations += train(task, assignment, seed);
                training += (System.nanoTime() - start) / 1e9;
            }
        }
        int kept = trials - rejected;
        double gates =
                seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        seconds.forEach((gate, spent) -> System.out.printf("%-22s %7.1f ms a trial%n", gate, 1e3 * spent / kept));
        System.out.printf(
                "%d trials that no gate rejects: gates %.0f ms, training %.0f ms and %d iterations each; gates take"
                        + " %.1f %% of both%n",
                kept, 1e3 * gates / kept, 1e3 * training / kept, iterations / kept, 100 * gates / (gates + training));
        System.out.printf(
                "%d trials that a gate rejects: gates %.0f ms each%n", rejected, 1e3 * ofRejected / rejected);
        System.exit(0); // ND4J leaves threads behind that would keep the process
    }

    private static int train(TrialTask task, Assignment assignment, Seed seed) {
        try (Learner learner = task.learners(assignment).regularised(seed)) {
            LastEpoch monitor = new LastEpoch();
            task.loop(assignment, seed).run(learner, monitor);
            return monitor.iterations;
        }
    }

    private static final class LastEpoch implements TrainingMonitor {
        private int iterations;

        @Override
        public void epochEnded(Epoch epoch) {
            iterations = epoch.iterations();
        }
    }
}
