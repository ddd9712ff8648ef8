package dev.touchstone.space;

import dev.touchstone.spec.PlainScalar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;
import org.jspecify.annotations.Nullable;

/** The values a parameter can take, as its spec gives them. All values of a domain are of one kind. */
public sealed interface Domain {
    /** The Arbiter space that draws from these values. */
    ParameterSpace<?> space();

    /** Values whose properties all values between them share: the ends of a range, or all values. */
    List<Object> extremes();

    boolean contains(Object value);

    /** Whether it makes sense to ask for one single value: everything but a range of real numbers. */
    default boolean isCountable() {
        return !(this instanceof Real);
    }

    /** In words, for messages. */
    String describe();

    /**
     * A value written in the manner of {@link PlainScalar} as this domain would decode it, whether or not it is in the
     * domain; nothing when it is of another kind, such as text where the domain has numbers.
     */
    default Optional<Object> parse(String text) {
        Object kind = extremes().get(0);
        return kind instanceof String ? Optional.of(text) : convert(PlainScalar.valueOf(text));
    }

    /** The same for a value that is already plain. */
    default Optional<Object> convert(@Nullable Object plain) {
        Object kind = extremes().get(0);
        if (kind instanceof Number && plain instanceof Number number) {
            return Optional.of(kind instanceof Double ? number.doubleValue() : SpecValue.number(number));
        }
        return plain != null && kind.getClass() == plain.getClass() ? Optional.of(plain) : Optional.empty();
    }

    /**
     * Any real number of a range, both ends included.
     *
     * @param log whether logarithms are equally likely
     */
    record Real(double low, double high, boolean log) implements Domain {
        @Override
        public ParameterSpace<?> space() {
            return log ? ParameterSpaces.logUniform(low, high) : ParameterSpaces.uniform(low, high);
        }

        @Override
        public List<Object> extremes() {
            return List.of(low, high);
        }

        @Override
        public boolean contains(Object value) {
            return value instanceof Number number && number.doubleValue() >= low && number.doubleValue() <= high;
        }

        @Override
        public String describe() {
            return "real numbers from " + low + " to " + high;
        }
    }

    /**
     * Any whole number of a range, both ends included.
     *
     * @param log whether logarithms are equally likely
     */
    record Whole(int low, int high, boolean log) implements Domain {
        @Override
        public ParameterSpace<?> space() {
            return log ? ParameterSpaces.logInteger(low, high) : ParameterSpaces.integer(low, high);
        }

        @Override
        public List<Object> extremes() {
            return List.of(low, high);
        }

        @Override
        public boolean contains(Object value) {
            return value instanceof Integer number && number >= low && number <= high;
        }

        @Override
        public String describe() {
            return "whole numbers from " + low + " to " + high;
        }
    }

    /** @param values at least one, all different */
    record Choice(List<Object> values) implements Domain {
        @Override
        public ParameterSpace<?> space() {
            return ParameterSpaces.choice(values);
        }

        @Override
        public List<Object> extremes() {
            return values;
        }

        @Override
        public boolean contains(Object value) {
            return values.contains(value);
        }

        @Override
        public String describe() {
            return "one of " + values.stream().map(Object::toString).collect(Collectors.joining(", "));
        }
    }

    /** Always the same value. */
    record Fixed(Object value) implements Domain {
        @Override
        public ParameterSpace<?> space() {
            return ParameterSpaces.fixed(value);
        }

        @Override
        public List<Object> extremes() {
            return List.of(value);
        }

        @Override
        public boolean contains(Object other) {
            return value.equals(other);
        }

        @Override
        public String describe() {
            return "only " + value;
        }
    }
}
