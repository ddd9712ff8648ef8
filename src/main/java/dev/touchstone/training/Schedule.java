package dev.touchstone.training;

/** How the learning rate moves over the epochs' iterations. */
public enum Schedule {
    /** The trial's rate throughout. */
    CONSTANT,
    /** Half a cosine from the trial's rate to 0 at the last planned iteration (Loshchilov and Hutter 2017). */
    COSINE;

    /**
     * The rate of an iteration.
     *
     * @param rate the trial's learning rate
     * @param iteration from 0
     * @param planned iterations in all, when early stopping does not come first
     */
    public double at(double rate, long iteration, long planned) {
        return this == CONSTANT ? rate : rate * 0.5 * (1 + Math.cos(Math.PI * iteration / planned));
    }
}
