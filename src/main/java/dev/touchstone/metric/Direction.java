package dev.touchstone.metric;

import dev.touchstone.spec.SpecName;

/** Which way of a metric is better. */
public enum Direction {
    MAXIMISE,
    MINIMISE;

    /** Whether the first value is strictly better; NaN is never better. */
    public boolean better(double first, double second) {
        return this == MAXIMISE ? first > second : first < second;
    }

    /** The direction as a spec names it. */
    public String specName() {
        return SpecName.of(this);
    }
}
