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
 * Divides rows at random, either as a whole or stratum by stratum, which is a class, a
 * combination of labels, or a tenth of the sorted numbers.
 *
 * <p>Stratum by stratum, each split gets its share of each, rounded down or up, and the rounding evens out over them. So
 * a class is in every split when its rows times the smallest share make at least one, and always in train.
 *
 * @param stratify whether each stratum is divided by the shares
 */
record RandomSplit(SplitSpec spec, boolean stratify) {
    Split split(Targets targets) {
        Apportionment apportionment = new Apportionment(spec.train(), spec.validation(), spec.test());
        int[] destination = new int[targets.count()];
        groups(stratify ? Strata.of(targets) : new int[targets.count()]).forEach((group, rows) -> {
            Shuffled.shuffle(rows, new Seed(spec.seed()).derive("split", group).random());
            int[] counts = apportionment.divide(rows.size());
            for (int i = 0; i < rows.size(); i++) {
                destination[rows.get(i)] = i < counts[0] ? 0 : i < counts[0] + counts[1] ? 1 : 2;
            }
        });
        return Split.of(destination);
    }

    /** The rows to divide together, in ascending order of stratum. */
    private Map<Integer, List<Integer>> groups(int[] strata) {
        return IntStream.range(0, strata.length)
                .boxed()
                .collect(groupingBy(row -> strata[row], TreeMap::new, toCollection(ArrayList::new)));
    }
}
