package dev.touchstone.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** The labels of a source in the order of its rows; their classes are numbered once all of them are known. */
final class LabelColumn {
    /** So few whole numbers are codes or grades, even in a table of a handful of rows. */
    private static final int ALWAYS_FEW = 20;

    /**
     * With more different values than this share of the rows they are quantities: AutoGluon's infer_problem_type, from
     * 1,000 rows on.
     */
    private static final double FEW_SHARE = 0.05;

    private final Map<String, Integer> firstSeen = new LinkedHashMap<>();
    private final IntStream.Builder seen = IntStream.builder();
    private int count;

    void add(String label) {
        seen.add(firstSeen.computeIfAbsent(label, unseen -> firstSeen.size()));
        count++;
    }

    /**
     * What a source of these labels is for when nobody says: numbers are to be predicted as such when one has a fraction, or
     * when so many of them differ that they are no codes; anything else is a class.
     */
    Task.Kind kind() {
        return areNumbers() && (hasFraction() || !areFew()) ? Task.Kind.REGRESSION : Task.Kind.CLASSIFICATION;
    }

    /** Why the labels make no classes, if so. */
    Optional<String> noClasses() {
        return areNumbers() && hasFraction() && !areFew()
                ? Optional.of("found " + firstSeen.size() + " different numbers in " + count
                        + " rows, some with a fraction, which are no classes; state data: {task: regression}")
                : Optional.empty();
    }

    static boolean isNumber(String label) {
        return Float.isFinite((float) Decimal.parse(label));
    }

    private boolean areNumbers() {
        return firstSeen.keySet().stream().allMatch(LabelColumn::isNumber);
    }

    private boolean hasFraction() {
        return firstSeen.keySet().stream().mapToDouble(Decimal::parse).anyMatch(number -> number != Math.rint(number));
    }

    private boolean areFew() {
        return firstSeen.size() <= Math.max(ALWAYS_FEW, FEW_SHARE * count);
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

    /** The labels of the rows as numbers, all of which they must be; ends the column. */
    float[] numbers() {
        float[] numbers = new float[firstSeen.size()];
        firstSeen.forEach((label, place) -> numbers[place] = (float) Decimal.parse(label));
        int[] places = seen.build().toArray();
        float[] all = new float[places.length];
        for (int row = 0; row < all.length; row++) {
            all[row] = numbers[places[row]];
        }
        return all;
    }
}
