package dev.touchstone.bench;

import dev.touchstone.base.Seed;
import dev.touchstone.metric.Direction;
import dev.touchstone.search.RandomSampler;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.Overrides;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.Studies;
import dev.touchstone.study.StudySpec;
import dev.touchstone.training.EarlyStopping;
import dev.touchstone.training.EarlyStoppingSpec;
import dev.touchstone.training.Learner;
import dev.touchstone.training.MinimumImprovement;
import dev.touchstone.training.Patience;
import dev.touchstone.training.TrainingLoop;
import dev.touchstone.training.TrainingMonitor;
import dev.touchstone.training.TrainingOutcome;
import dev.touchstone.training.TrainingSpec;
import dev.touchstone.trial.TrialTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What rules of early stopping save and lose: random trials of a spec are trained to the end of their plan, and the rules
 * look at their validation curves. The verdict is whether measured patience loses no more than the usual one.
 */
final class Patiences {
    private static final MinimumImprovement ANY = MinimumImprovement.NONE;
    private static final String USUAL = "patience: " + EarlyStoppingSpec.USUAL_PATIENCE;
    private static final String AUTO = "patience: auto";

    private Patiences() {}

    /** @param arguments spec, and how many trials */
    public static void main(String[] arguments) {
        StudySpec spec = SpecFile.read(Path.of(arguments[0]), Overrides.NONE).spec();
        TrialTask task = spec.task(Studies.prepare(spec).data());
        List<List<Double>> curves = new ArrayList<>();
        for (int number = 1; number <= Integer.parseInt(arguments[1]); number++) {
            Seed seed = new Seed(number);
            curve(spec, task, seed, curves);
        }
        Map<String, EarlyStoppingSpec> rules = new LinkedHashMap<>();
        for (int patience : List.of(EarlyStoppingSpec.USUAL_PATIENCE, 8, 10, 15)) {
            rules.put("patience: " + patience, new EarlyStoppingSpec(patience, 0));
        }
        rules.put(AUTO, new EarlyStoppingSpec(Patience.AUTO, ANY, null));
        rules.put(AUTO + ", minimum: auto", new EarlyStoppingSpec(Patience.AUTO, MinimumImprovement.AUTO, null));
        System.out.printf("%s: %d trials%n", spec.study(), curves.size());
        System.out.println("rule                          epochs  lost (mean)  lost (most)  best of all");
        Map<String, Double> lost = new LinkedHashMap<>();
        rules.forEach((name, rule) -> lost.put(name, judge(name, rule, task.direction(), curves)));
        boolean yes = lost.get(AUTO) <= lost.get(USUAL);
        System.out.println(AUTO + " loses no more than " + USUAL + ": " + (yes ? "yes" : "NO"));
        System.exit(yes ? 0 : 1);
    }

    /** Trials that break off have none. */
    private static void curve(StudySpec spec, TrialTask task, Seed seed, List<List<Double>> curves) {
        Assignment assignment = spec.space().getValue(new RandomSampler().propose(spec.space(), seed.derive("proposal")));
        TrainingLoop loop = task.loop(assignment, seed);
        TrainingSpec training = loop.spec();
        TrainingLoop whole = new TrainingLoop(
                new TrainingSpec(training.budget(), null, training.schedule(), training.gradients()),
                loop.shuffle(),
                loop.augmentations(),
                loop.validation(),
                loop.loss(),
                loop.learningRate(),
                loop.schedule(),
                loop.objective(),
                loop.direction(),
                loop.seed());
        Curve curve = new Curve();
        try (Learner learner = task.learners(assignment).regularised(seed)) {
            if (whole.run(learner, curve) instanceof TrainingOutcome.Finished) {
                curves.add(curve.values);
            }
        }
    }

    /** @return how much worse than that of the whole training the best value is, in the mean */
    private static double judge(
            String name, EarlyStoppingSpec rule, Direction direction, List<List<Double>> curves) {
        int epochs = 0;
        int planned = 0;
        double sum = 0;
        double most = 0;
        List<Double> bests = new ArrayList<>();
        for (List<Double> curve : curves) {
            int end = end(rule, direction, curve);
            double best = best(curve.subList(0, end), direction);
            double lost = Math.abs(best - best(curve, direction));
            epochs += end;
            planned += curve.size();
            sum += lost;
            most = Math.max(most, lost);
            bests.add(best);
        }
        System.out.printf(
                "%-28s  %3d %%   %11.4f  %11.4f  %11.4f%n",
                name, Math.round(100.0 * epochs / planned), sum / curves.size(), most, best(bests, direction));
        return sum / curves.size();
    }

    private static int end(EarlyStoppingSpec rule, Direction direction, List<Double> curve) {
        EarlyStopping stopping = new EarlyStopping(rule, "objective", direction, curve.size(), List.of());
        for (int epoch = 1; epoch <= curve.size(); epoch++) {
            stopping.record(curve.get(epoch - 1));
            if (stopping.ended().isPresent()) {
                return epoch;
            }
        }
        return curve.size();
    }

    private static double best(List<Double> values, Direction direction) {
        return direction == Direction.MAXIMISE ? Collections.max(values) : Collections.min(values);
    }

    private static final class Curve implements TrainingMonitor {
        private final List<Double> values = new ArrayList<>();

        @Override
        public void epochEnded(Epoch epoch) {
            values.add(epoch.value());
        }
    }
}
