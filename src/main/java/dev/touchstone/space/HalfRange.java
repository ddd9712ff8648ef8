package dev.touchstone.space;

import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;

/** One half of a range. */
final class HalfRange<T> extends PartOf<T> {
    private final Half half;

    HalfRange(ParameterSpace<? extends T> whole, Half half) {
        super(whole);
        this.half = half;
    }

    @Override
    public T getValue(double[] point) {
        return at(half.place(point[0]));
    }
}
