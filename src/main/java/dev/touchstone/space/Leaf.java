package dev.touchstone.space;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;

/** A parameter space of one dimension that is made of another one, which {@link SearchSpace} has given its index. */
abstract class Leaf<T> implements ParameterSpace<T> {
    private final ParameterSpace<? extends T> whole;

    Leaf(ParameterSpace<? extends T> whole) {
        whole.setIndices(0); // of the part of the point that it is given
        this.whole = whole;
    }

    T at(double place) {
        return whole.getValue(new double[] {place});
    }

    @Override
    public int numParameters() {
        return 1;
    }

    @Override
    @SuppressWarnings("rawtypes") // Arbiter's signature
    public List<ParameterSpace> collectLeaves() {
        return List.of(this);
    }

    @Override
    @SuppressWarnings("rawtypes") // Arbiter's signature
    public Map<String, ParameterSpace> getNestedSpaces() {
        return Map.of();
    }

    @Override
    public boolean isLeaf() {
        return true;
    }

    @Override
    public void setIndices(int... indices) {
        // The point that it is given has one number.
    }
}
