package dev.touchstone.cli.text;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers of a gate's evidence, which may have been through JSON: what is missing or no number there is NaN. */
final class Evidence {
    private Evidence() {}

    static double number(Map<String, Object> evidence, String key) {
        return number(evidence.get(key));
    }

    /** A list of numbers; empty when the key is missing. */
    static List<Double> numbers(Map<String, Object> evidence, String key) {
        return evidence.get(key) instanceof List<?> list
                ? list.stream().map(Evidence::number).toList()
                : List.of();
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
