package dev.touchstone.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a gate or a finding rests on. It was read back from JSON, so every entry may be missing, null, or text where a
 * number that JSON does not know (NaN, infinity) was written.
 */
public record Evidence(Map<String, Object> entries) {
    /** Longer lists are told by their ends; they are drawn where they are curves. */
    private static final int LISTED_IN_FULL = 8;

    /** An entry in words. */
    public record Line(String name, String text) {}

    public List<Line> lines() {
        return entries.entrySet().stream()
                .map(entry -> new Line(entry.getKey(), text(entry.getValue())))
                .toList();
    }

    /** The numbers of a list, NaN for what is none; empty when there is no such list. */
    List<Double> numbers(String name) {
        return entries.get(name) instanceof List<?> list
                ? list.stream().map(Evidence::asNumber).toList()
                : List.of();
    }

    /** A number, or NaN. */
    double number(String name) {
        return asNumber(entries.get(name));
    }

    private static double asNumber(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.size() > LISTED_IN_FULL ? summary(list) : joined(list);
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
                    .collect(Collectors.joining("; "));
        }
        return Figures.value(value);
    }

    private static String joined(List<?> list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(text(item)));
        return texts.isEmpty() ? Figures.NONE : String.join(", ", texts);
    }

    private static String summary(List<?> list) {
        return list.size() + " entries, from " + text(list.get(0)) + " to " + text(list.get(list.size() - 1));
    }
}
