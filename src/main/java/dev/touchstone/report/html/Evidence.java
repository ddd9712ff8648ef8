package dev.touchstone.report.html;

import dev.touchstone.diagnosis.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a gate or a finding rests on. It was read back from JSON, so every entry may be missing, null, or text where a
 * number that JSON does not know (NaN, infinity) was written.
 */
public record Evidence(Map<String, Object> entries) {
    /** Longer lists are told by their ends; they are drawn where they are curves. */
    private static final int LISTED_IN_FULL = 8;

    /** All that a picture's address may be: the file itself, so that no page asks another place for it. */
    private static final Pattern PNG = Pattern.compile("data:image/png;base64,[A-Za-z0-9+/]+={0,2}");

    /** A picture, as an address that holds it. */
    public record Picture(String address, String caption) {}

    /** An entry in words. */
    public record Line(String name, String text) {}

    public List<Line> lines() {
        return entries.entrySet().stream()
                .filter(entry -> !Finding.isPictorial(entry.getKey()))
                .map(entry -> new Line(entry.getKey(), text(entry.getValue())))
                .toList();
    }

    /** Those pictures that have a caption. */
    public List<Picture> pictures() {
        return entries.get(Finding.PICTURES) instanceof List<?> pictures
                        && entries.get(Finding.CAPTIONS) instanceof List<?> captions
                ? IntStream.range(0, Math.min(pictures.size(), captions.size()))
                        .mapToObj(i -> new Picture(String.valueOf(pictures.get(i)), String.valueOf(captions.get(i))))
                        .filter(picture -> PNG.matcher(picture.address()).matches())
                        .toList()
                : List.of();
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
