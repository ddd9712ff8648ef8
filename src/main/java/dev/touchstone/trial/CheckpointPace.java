package dev.touchstone.trial;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How often a running training is worth a checkpoint. It begins with a wait, so that a short training pays nothing; a
 * large network on a slow disk, whose checkpoints cost more, waits longer between them.
 */
final class CheckpointPace {
    /** At least so much training between two checkpoints; what a killed process may lose, and an iteration. */
    static final Duration EVERY = Duration.ofSeconds(1);

    /** At least so many times the cost of the last one: at most 2 % of the time goes into checkpoints. */
    static final int TIMES_COST = 50;

    private final LongSupplier nanoTime;
    private long due;

    CheckpointPace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.due = nanoTime.getAsLong() + EVERY.toNanos();
    }

    /** Writes a checkpoint when the time has come. */
    void offer(Runnable write) {
        long begin = nanoTime.getAsLong();
        if (begin - due < 0) {
            return;
        }
        write.run();
        long end = nanoTime.getAsLong();
        due = end + Math.max(EVERY.toNanos(), TIMES_COST * (end - begin));
    }
}
