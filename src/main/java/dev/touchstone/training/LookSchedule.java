package dev.touchstone.training;

/**
 * After which iterations a training is looked into, and at how many rows. It knows nothing but the batch size, so that a
 * training that is resumed or replayed is looked into at the same places. A look costs about as much as two steps on as
 * many rows ({@code MonitorCost} among the benches measures it), and comes no more often than lets all of them together
 * take {@link #SHARE} of the time of the steps before; the first comes somewhat earlier, for short trainings. After {@link #CLOSE} looks the distance between them doubles each
 * time the training is twice as long, so that their number grows with the logarithm of its length.
 */
record LookSchedule(int batchSize) {
    /** What looks may take of training time, of the 5 % that all that watches it may take. */
    private static final double SHARE = 0.04;

    /** The same of the first look, when nothing else was watched. */
    private static final double FIRST_SHARE = 0.05;

    /** Every so many looks the noise of the gradient is measured, too, which costs about a step. */
    private static final int NOISE_EVERY = 4;

    private static final double STEPS_A_LOOK = 2;

    /** Enough that a unit which is active in a tenth of rows is silent on all of them in only 3 % of looks. */
    private static final int FEWEST_ROWS = 32;

    /** More would make the look of a large batch no truer. */
    private static final int MOST_ROWS = 64;

    private static final int CLOSE = 64;

    /** How many rows a look is at. */
    int rows() {
        return Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, batchSize));
    }

    /** The shortest distance between looks, in iterations. */
    int every() {
        return (int) Math.ceil(steps() / SHARE);
    }

    /** The iteration of the first look. */
    private int first() {
        return (int) Math.ceil(steps() / FIRST_SHARE);
    }

    /** How many steps a look costs. */
    private double steps() {
        return STEPS_A_LOOK * Math.max(1, (double) rows() / batchSize);
    }

    /** Whether a look comes after an iteration, counted from 1. */
    boolean isDue(int iteration) {
        return iteration % distance(iteration) == first();
    }

    /** Whether the look after an iteration measures the noise of the gradient; the first does. */
    boolean measuresNoise(int iteration) {
        return iteration / distance(iteration) % NOISE_EVERY == 0;
    }

    private long distance(int iteration) {
        long distance = every();
        while (iteration > CLOSE * distance) {
            distance *= 2;
        }
        return distance;
    }
}
