package dev.touchstone.space;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;
import org.deeplearning4j.arbiter.optimize.distribution.LogUniformDistribution;
import org.deeplearning4j.arbiter.optimize.parameter.FixedValue;
import org.deeplearning4j.arbiter.optimize.parameter.continuous.ContinuousParameterSpace;
import org.deeplearning4j.arbiter.optimize.parameter.discrete.DiscreteParameterSpace;
import org.deeplearning4j.arbiter.optimize.parameter.integer.IntegerParameterSpace;

/** The kinds of parameter a spec can name, as Arbiter parameter spaces. Ranges include both ends. */
public final class ParameterSpaces {
    private ParameterSpaces() {}

    /** Any real number of the range, each equally likely; {@code low < high}. */
    public static ParameterSpace<Double> uniform(double low, double high) {
        return new ContinuousParameterSpace(low, high);
    }

    /** Any real number of the range, its logarithm equally likely; {@code 0 < low < high}. */
    public static ParameterSpace<Double> logUniform(double low, double high) {
        return new ContinuousParameterSpace(new LogUniformDistribution(low, high) {
            /** Within the range: a logarithm and back may miss its ends by some units in the last place. */
            @Override
            public double inverseCumulativeProbability(double p) {
                return Math.min(high, Math.max(low, super.inverseCumulativeProbability(p)));
            }
        });
    }

    /** Any whole number of the range, each equally likely; {@code low < high}. */
    public static ParameterSpace<Integer> integer(int low, int high) {
        return new IntegerParameterSpace(low, high);
    }

    /** Any whole number of the range, its logarithm about equally likely; {@code 0 < low < high}. */
    public static ParameterSpace<Integer> logInteger(int low, int high) {
        return new LogIntegerParameterSpace(low, high);
    }

    /** One of the values, each equally likely; at least one. */
    public static ParameterSpace<Object> choice(List<Object> values) {
        return new DiscreteParameterSpace<>(values);
    }

    /** 0 in half of the draws, and a number of the range in the others. */
    public static ParameterSpace<Number> sometimes(ParameterSpace<? extends Number> range) {
        return new Sometimes(range);
    }

    /** The lower half of a range of numbers. */
    public static <T extends Number> ParameterSpace<T> lowerHalf(ParameterSpace<T> range) {
        return new HalfRange<>(range, Half.LOWER);
    }

    /** A half of a range of numbers, or of a choice among numbers by their size; nothing when there is no less of it. */
    public static Optional<ParameterSpace<?>> half(ParameterSpace<?> space, Half half) {
        if (space.numParameters() != 1) {
            return Optional.empty();
        } else if (!(space instanceof DiscreteParameterSpace<?>)) {
            return Optional.of(new HalfRange<Object>(space, half));
        }
        space.setIndices(0); // of the part of the point that it is given
        List<Object> values = choices(space).toList();
        if (values.size() < 2 || !values.stream().allMatch(Number.class::isInstance)) {
            return Optional.empty();
        }
        List<Object> ascending = values.stream()
                .sorted(Comparator.comparingDouble(value -> ((Number) value).doubleValue()))
                .toList();
        int kept = (values.size() + 1) / 2;
        return Optional.of(choice(
                half == Half.LOWER
                        ? ascending.subList(0, kept)
                        : ascending.subList(values.size() - kept, values.size())));
    }

    /** All values of a choice or of what is fixed; none of a range. */
    static Stream<Object> choices(ParameterSpace<?> space) {
        if (space instanceof DiscreteParameterSpace<?> choice) {
            double count = choice.numValues();
            return IntStream.range(0, choice.numValues())
                    .mapToObj(i -> choice.getValue(new double[] {(i + 0.5) / count}));
        }
        return space instanceof FixedValue<?> fixed ? Stream.of(fixed.getValue()) : Stream.empty();
    }

    /** Always the one value; takes no dimension of the point. */
    public static ParameterSpace<Object> fixed(Object value) {
        return new FixedValue<>(value);
    }
}
