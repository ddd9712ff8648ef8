package dev.touchstone.bench.range;

import dev.touchstone.base.Seed;
import dev.touchstone.space.Assignment;
import dev.touchstone.training.Learner;
import dev.touchstone.training.TrainingMonitor;
import dev.touchstone.training.TrainingOutcome;
import dev.touchstone.trial.TrialTask;

/** A training to its end, of which only the last epoch's value counts. */
final class Trained implements TrainingMonitor {
    private double value = Double.NaN;

    private Trained() {}

    /** The objective on the validation rows at the end; NaN when the training diverged. */
    static double value(TrialTask task, Assignment assignment, Seed seed) {
        Trained trained = new Trained();
        try (Learner learner = task.learner(assignment, seed)) {
            TrainingOutcome outcome = task.loop(assignment, seed).run(learner, trained);
            return outcome instanceof TrainingOutcome.NotFinite ? Double.NaN : trained.value;
        }
    }

    @Override
    public void epochEnded(Epoch epoch) {
        value = epoch.value();
    }
}
