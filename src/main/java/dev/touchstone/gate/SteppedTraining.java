package dev.touchstone.gate;

import dev.touchstone.training.Learner;

/** A training that is taken step by step by whoever watches how it begins. */
public interface SteppedTraining extends AutoCloseable {
    /**
     * Takes the next step.
     *
     * @return the loss of its batch before it; NaN where the training has ended
     */
    double step();

    /** Whether there are no steps left, or it was stopped early. */
    boolean hasEnded();

    /** What it trains. */
    Learner learner();

    /** Seconds of it that nobody has to spend again, because it goes on from here; 0 where nobody goes on. */
    double keptSeconds();

    /** Nothing more is asked of it by who watches. */
    @Override
    void close();
}
