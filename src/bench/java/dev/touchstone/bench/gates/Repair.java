package dev.touchstone.bench.gates;

import dev.touchstone.base.Seed;
import dev.touchstone.space.Assignment;
import dev.touchstone.training.Learner;
import dev.touchstone.training.TrainingMonitor;
import dev.touchstone.trial.TrialTask;

/** A training of a doomed trial in which something is otherwise: does it still end below the line? */
final class Repair implements TrainingMonitor {
    /** So many epochs in a row beyond the line, for one may get there by the luck of few validation rows. */
    private static final int EPOCHS_IN_A_ROW = 2;

    private final FinishLine line;
    private int inARow;

    private Repair(FinishLine line) {
        this.line = line;
    }

    static boolean helps(TrialTask task, Assignment repaired, Seed seed, FinishLine line) {
        Repair repair = new Repair(line);
        try (Learner learner = task.learner(repaired, seed)) {
            task.loop(repaired, seed).run(learner, repair);
        }
        return repair.helped();
    }

    private boolean helped() {
        return inARow >= EPOCHS_IN_A_ROW;
    }

    @Override
    public void epochEnded(Epoch epoch) {
        inARow = line.isReachedBy(epoch.value()) ? inARow + 1 : 0;
    }

    @Override
    public boolean stopRequested() {
        return helped();
    }
}
