package dev.touchstone.space;

import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;

/** Nothing in half of the draws, a number of a range in the others. */
final class Sometimes extends PartOf<Number> {
    Sometimes(ParameterSpace<? extends Number> range) {
        super(range);
    }

    @Override
    public Number getValue(double[] point) {
        Number some = at(Math.max(0, 2 * point[0] - 1));
        if (point[0] >= 0.5) {
            return some;
        }
        return some instanceof Integer ? (Number) 0 : (Number) 0.0;
    }
}
