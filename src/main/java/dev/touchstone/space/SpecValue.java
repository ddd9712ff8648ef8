package dev.touchstone.space;

import dev.touchstone.spec.SpecNode;
import java.util.List;
import java.util.Optional;

/** Values of a spec as assignments hold them. */
final class SpecValue {
    private SpecValue() {}

    /** A whole number as {@link Integer} where it fits, any other number as {@link Double}. */
    static Object number(Number number) {
        return number instanceof Long whole && whole == whole.intValue()
                ? (Object) whole.intValue()
                : (Object) number.doubleValue();
    }

    /** A scalar's value; nothing for anything else. */
    static Optional<Object> of(SpecNode node) {
        return node instanceof SpecNode.Scalar scalar && scalar.value() != null
                ? Optional.of(scalar.value() instanceof Number number ? number(number) : scalar.value())
                : Optional.empty();
    }

    /** Values of one kind: when any number is real, all are. Nothing when numbers, text and booleans mix. */
    static Optional<List<Object>> ofOneKind(List<Object> values) {
        if (values.stream().allMatch(Number.class::isInstance)) {
            return Optional.of(
                    values.stream().allMatch(Integer.class::isInstance)
                            ? values
                            : values.stream()
                                    .map(value -> (Object) ((Number) value).doubleValue())
                                    .toList());
        }
        Class<?> kind = values.get(0).getClass();
        return values.stream().allMatch(kind::isInstance) ? Optional.of(values) : Optional.empty();
    }
}
