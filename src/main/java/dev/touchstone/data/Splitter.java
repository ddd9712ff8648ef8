package dev.touchstone.data;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import dev.touchstone.base.Seed;
import dev.touchstone.base.UserError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Divides rows at random into train, validation and test, either as a whole or class by class. */
public final class Splitter {
    private static final List<String> NAMES = List.of("train", "validation", "test");

    private final SplitSpec spec;

    public Splitter(SplitSpec spec) {
        this.spec = spec;
    }

    /**
     * The division of these rows; the same rows and spec always give the same.
     *
     * <p>With {@code stratify}, each split gets its share of each class, rounded down or up, and the rounding evens out
     * over the classes. So a class is in every split when its rows times the smallest share make at least one, and
     * always in train.
     *
     * @param labels the class of each row
     * @throws UserError when a split with a share above 0 would have no row
     */
    public Split split(int[] labels) {
        Apportionment apportionment = new Apportionment(spec.train(), spec.validation(), spec.test());
        int[] destination = new int[labels.length];
        groups(labels).forEach((group, rows) -> {
            shuffle(rows, new Seed(spec.seed()).derive("split", group).random());
            int[] counts = apportionment.divide(rows.size());
            for (int i = 0; i < rows.size(); i++) {
                destination[rows.get(i)] = i < counts[0] ? 0 : i < counts[0] + counts[1] ? 1 : 2;
            }
        });
        return new Split(
                rowsOf(0, spec.train(), destination),
                rowsOf(1, spec.validation(), destination),
                rowsOf(2, spec.test(), destination));
    }

    /** The rows to divide together, in ascending order of class. */
    private Map<Integer, List<Integer>> groups(int[] labels) {
        return IntStream.range(0, labels.length)
                .boxed()
                .collect(groupingBy(
                        row -> spec.stratify() ? labels[row] : 0, TreeMap::new, toCollection(ArrayList::new)));
    }

    private static int[] rowsOf(int part, double share, int[] destination) {
        int[] rows = IntStream.range(0, destination.length)
                .filter(row -> destination[row] == part)
                .toArray();
        if (rows.length == 0 && share > 0) {
            throw new UserError("data: split: " + NAMES.get(part) + ": a share of " + share + " of "
                    + destination.length + " rows is no row, expected more rows or a larger share");
        }
        return rows;
    }

    private static void shuffle(List<Integer> rows, SplittableRandom random) {
        for (int i = rows.size() - 1; i > 0; i--) {
            Collections.swap(rows, i, random.nextInt(i + 1));
        }
    }
}
