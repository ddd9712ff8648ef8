package dev.touchstone.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** The labels of a source in the order of its rows; their classes are numbered once all of them are known. */
final class LabelColumn {
    private final Map<String, Integer> firstSeen = new LinkedHashMap<>();
    private final IntStream.Builder seen = IntStream.builder();

    void add(String label) {
        seen.add(firstSeen.computeIfAbsent(label, unseen -> firstSeen.size()));
    }

    /** Every class once: by value when all are numbers, else by text. */
    List<String> classNames() {
        return ascending(firstSeen.keySet());
    }

    /** The texts by value when all are numbers, else by text. */
    static List<String> ascending(Collection<String> texts) {
        List<String> names = new ArrayList<>(texts);
        boolean numeric = names.stream().noneMatch(name -> Double.isNaN(Decimal.parse(name)));
        Comparator<String> byText = Comparator.naturalOrder();
        names.sort(numeric ? Comparator.comparingDouble(Decimal::parse).thenComparing(byText) : byText);
        return List.copyOf(names);
    }

    /** The class of each row as its index in {@link #classNames()}; ends the column. */
    int[] labels() {
        List<String> names = classNames();
        int[] numbers = new int[names.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[Objects.requireNonNull(firstSeen.get(names.get(i)))] = i;
        }
        return seen.build().map(first -> numbers[first]).toArray();
    }
}
