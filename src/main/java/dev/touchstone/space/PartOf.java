package dev.touchstone.space;

import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;

/** A parameter space of one dimension that is made of another one, which {@link SearchSpace} has given its index. */
abstract class PartOf<T> extends Leaf<T> {
    private final ParameterSpace<? extends T> whole;

    PartOf(ParameterSpace<? extends T> whole) {
        whole.setIndices(0); // of the part of the point that it is given
        this.whole = whole;
    }

    T at(double place) {
        return whole.getValue(new double[] {place});
    }

    @Override
    public void setIndices(int... indices) {
        // The point that it is given has one number.
    }
}
