package dev.touchstone.trial;

import dev.touchstone.base.Seed;
import dev.touchstone.gate.GateCache;
import dev.touchstone.gate.GateSubject;
import dev.touchstone.gate.SteppedTraining;
import dev.touchstone.space.Assignment;
import dev.touchstone.training.Learner;
import dev.touchstone.training.TrainingMonitor;
import dev.touchstone.training.TrainingOutcome;
import dev.touchstone.training.TrainingRun;
import org.jspecify.annotations.Nullable;

/**
 * A trial's training that gates may watch from its first step on, and that goes on from where they leave it. Nothing is
 * told of it before it goes on.
 */
public final class BegunTraining implements AutoCloseable {
    private final TrialTask task;
    private Assignment assignment;
    private final Seed seed;
    private HeldMonitor monitor = new HeldMonitor();
    private @Nullable Learner learner;
    private @Nullable TrainingRun run;
    private double secondsToBegin;
    private boolean isBroken;

    /** It takes no step, and needs no memory, before somebody asks for one. */
    public BegunTraining(TrialTask task, Assignment assignment, Seed seed) {
        this.task = task;
        this.assignment = assignment;
        this.seed = seed;
    }

    Assignment assignment() {
        return assignment;
    }

    /** Trains at another assignment instead, from its first step on. */
    void moveTo(Assignment other) {
        if (!other.equals(assignment)) {
            close();
            assignment = other;
        }
    }

    /** What it trains. */
    Learner learner() {
        if (learner == null) {
            learner = task.learner(assignment, seed);
        }
        return learner;
    }

    /**
     * What gates judge of it, which leave it as it is.
     *
     * @param cache of the study
     */
    public GateSubject subject(GateCache cache) {
        return task.subject(assignment, seed, cache).beginning(() -> new Watched(run()));
    }

    /**
     * Trains it to its end, anew where a step that gates asked for was not finished.
     *
     * @param listener hears all of it, from the first step on
     */
    TrainingOutcome toEnd(TrainingMonitor listener) {
        if (isBroken) {
            close();
        }
        monitor.release(listener);
        return run().toEnd();
    }

    private TrainingRun run() {
        if (run == null) {
            long start = System.nanoTime();
            run = task.loop(assignment, seed).begin(learner(), monitor);
            secondsToBegin = (System.nanoTime() - start) / 1e9;
        }
        return run;
    }

    @Override
    public void close() {
        if (learner != null) {
            learner.close();
        }
        learner = null;
        run = null;
        monitor = new HeldMonitor();
        isBroken = false;
    }

    private final class Watched implements SteppedTraining {
        private final TrainingRun run;

        Watched(TrainingRun run) {
            this.run = run;
        }

        @Override
        public double step() {
            isBroken = true;
            double loss = run.advance();
            isBroken = false;
            return loss;
        }

        @Override
        public boolean hasEnded() {
            return run.hasEnded();
        }

        @Override
        public Learner learner() {
            return BegunTraining.this.learner();
        }

        @Override
        public double keptSeconds() {
            return secondsToBegin + run.seconds();
        }

        @Override
        public void close() {
            // It goes on.
        }
    }
}
