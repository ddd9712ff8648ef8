package dev.touchstone.data;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import dev.touchstone.base.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Divides rows at random, either as a whole or class by class.
 *
 * <p>Class by class, each split gets its share of each class, rounded down or up, and the rounding evens out over the
 * classes. So a class is in every split when its rows times the smallest share make at least one, and always in train.
 *
 * @param stratify whether each class is divided by the shares
 */
record RandomSplit(SplitSpec spec, boolean stratify) {
    /** @param labels the class of each row */
    Split split(int[] labels) {
        Apportionment apportionment = new Apportionment(spec.train(), spec.validation(), spec.test());
        int[] destination = new int[labels.length];
        groups(labels).forEach((group, rows) -> {
            Shuffled.shuffle(rows, new Seed(spec.seed()).derive("split", group).random());
            int[] counts = apportionment.divide(rows.size());
            for (int i = 0; i < rows.size(); i++) {
                destination[rows.get(i)] = i < counts[0] ? 0 : i < counts[0] + counts[1] ? 1 : 2;
            }
        });
        return Split.of(destination);
    }

    /** The rows to divide together, in ascending order of class. */
    private Map<Integer, List<Integer>> groups(int[] labels) {
        return IntStream.range(0, labels.length)
                .boxed()
                .collect(groupingBy(row -> stratify ? labels[row] : 0, TreeMap::new, toCollection(ArrayList::new)));
    }
}
