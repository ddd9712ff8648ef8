package dev.touchstone.study;

import dev.touchstone.base.Seed;
import dev.touchstone.space.Assignment;
import dev.touchstone.training.Learner;
import dev.touchstone.training.LearnerState;
import dev.touchstone.training.TrainingMonitor;
import dev.touchstone.training.TrainingOutcome;
import dev.touchstone.trial.TrialTask;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Trains a trial again as it was trained, in this process as a replay does, and keeps the networks of its last epochs,
 * which no trial keeps.
 */
final class LastEpochs implements TrainingMonitor {
    private final Learner learner;
    private final int count;
    private final BooleanSupplier stopRequested;
    private final Deque<Kept> last = new ArrayDeque<>();

    /** The network at the end of an epoch, counted from 1. */
    record Kept(int epoch, LearnerState state) {}

    private LastEpochs(Learner learner, int count, BooleanSupplier stopRequested) {
        this.learner = learner;
        this.count = count;
        this.stopRequested = stopRequested;
    }

    /**
     * Trains to the end.
     *
     * @param count networks to keep
     * @return the last ones in their order; none when it was asked to stop
     * @throws NoEnsemble when a loss or a parameter is not finite
     */
    static List<Kept> train(TrialTask task, Assignment effective, Seed seed, int count, BooleanSupplier stopRequested) {
        try (Learner learner = task.learner(effective, seed)) {
            LastEpochs epochs = new LastEpochs(learner, count, stopRequested);
            TrainingOutcome outcome = task.loop(effective, seed).run(learner, epochs);
            if (outcome instanceof TrainingOutcome.NotFinite notFinite) {
                throw new NoEnsemble("Trained again, the " + notFinite.what() + " stopped being finite in iteration "
                        + notFinite.iteration() + ".");
            }
            return outcome instanceof TrainingOutcome.Finished ? List.copyOf(epochs.last) : List.of();
        }
    }

    @Override
    public void epochEnded(Epoch epoch) {
        if (last.size() == count) {
            last.removeFirst();
        }
        last.addLast(new Kept(epoch.epoch(), learner.save(0)));
    }

    @Override
    public boolean stopRequested() {
        return stopRequested.getAsBoolean();
    }
}
