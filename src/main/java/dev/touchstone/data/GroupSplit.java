package dev.touchstone.data;

import dev.touchstone.base.Seed;
import dev.touchstone.base.UserError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides whole groups of rows: the largest first (those of one size in an order that is drawn), each to the split that
 * still misses most rows. So a split is off its share by less than the largest group, or by the groups that it needs to
 * have one at all.
 */
record GroupSplit(SplitSpec spec, SpecColumn column) {
    /**
     * The division.
     *
     * @param groups the group of each row
     * @throws UserError when there are fewer groups than splits
     */
    Split split(List<String> groups) {
        Map<String, List<Integer>> rowsOf = new LinkedHashMap<>();
        for (int row = 0; row < groups.size(); row++) {
            rowsOf.computeIfAbsent(groups.get(row), unseen -> new ArrayList<>()).add(row);
        }
        List<Double> shares = spec.shares();
        int splits = (int) shares.stream().filter(share -> share > 0).count();
        if (rowsOf.size() < splits) {
            throw new UserError(column.where() + ": column '" + column.name() + "' has " + rowsOf.size()
                    + " groups, expected at least " + splits + ", one for each split");
        }
        return Split.of(destinations(inOrder(rowsOf), groups.size(), splits));
    }

    private List<List<Integer>> inOrder(Map<String, List<Integer>> rowsOf) {
        List<String> names = new ArrayList<>(rowsOf.keySet());
        names.sort(Comparator.naturalOrder()); // so that the order of rows does not decide
        Shuffled.shuffle(names, new Seed(spec.seed()).derive("split-groups").random());
        List<List<Integer>> inOrder = new ArrayList<>();
        names.forEach(name -> inOrder.add(rowsOf.getOrDefault(name, List.of())));
        inOrder.sort(Comparator.comparingInt(rows -> -rows.size()));
        return inOrder;
    }

    private int[] destinations(List<List<Integer>> groups, int rows, int splits) {
        double[] missing =
                spec.shares().stream().mapToDouble(share -> share * rows).toArray();
        boolean[] served = new boolean[missing.length];
        int empty = splits;
        int[] destination = new int[rows];
        for (int next = 0; next < groups.size(); next++) {
            boolean onlyEmpty = groups.size() - next <= empty;
            int split = mostMissing(missing, served, onlyEmpty);
            missing[split] -= groups.get(next).size();
            empty -= served[split] ? 0 : 1;
            served[split] = true;
            groups.get(next).forEach(row -> destination[row] = split);
        }
        return destination;
    }

    private int mostMissing(double[] missing, boolean[] served, boolean onlyEmpty) {
        int most = -1;
        for (int split = 0; split < missing.length; split++) {
            boolean may = spec.shares().get(split) > 0 && !(onlyEmpty && served[split]);
            if (may && (most < 0 || missing[split] > missing[most])) {
                most = split;
            }
        }
        return most;
    }
}
