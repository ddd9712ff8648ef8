package dev.touchstone.data;

import dev.touchstone.base.UserError;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides rows in order of time, the oldest to train. Rows of one moment stay in one split; a gap of rows is left out
 * before validation, and again before test, so that what comes just after a split's end is in no other.
 */
record TimeSplit(SplitSpec spec, SpecColumn column, int gap) {
    private static final int LEFT_OUT = -1;

    /**
     * The division.
     *
     * @param times the time of each row, as the source writes it
     * @throws UserError when numbers and dates are mixed, so that there is no order
     */
    Split split(List<String> times) {
        List<Moment> moments =
                times.stream().map(time -> Moment.parse(time).orElseThrow()).toList();
        if (moments.stream().map(Moment::dated).distinct().count() > 1) {
            throw new UserError(column.where() + ": column '" + column.name()
                    + "' holds plain numbers and dates, expected one of them");
        }
        int[] order = IntStream.range(0, moments.size())
                .boxed()
                .sorted(Comparator.comparingDouble(row -> moments.get(row).value()))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] sorted =
                IntStream.of(order).mapToDouble(row -> moments.get(row).value()).toArray();
        int[] destination = new int[order.length];
        Arrays.fill(destination, LEFT_OUT);
        int gaps = spec.test() > 0 ? 2 : 1;
        int usable = Math.max(0, order.length - gaps * gap);
        int trainEnd = endOfMoment(sorted, (int) Math.round(spec.train() * usable));
        int validationStart = trainEnd + gap;
        int validationEnd = spec.test() > 0
                ? endOfMoment(sorted, validationStart + (int) Math.round(spec.validation() * usable))
                : order.length;
        assign(destination, order, 0, trainEnd, 0);
        assign(destination, order, validationStart, validationEnd, 1);
        assign(destination, order, validationEnd + gap, order.length, 2);
        return Split.of(destination);
    }

    /** The first row from a cut on that is of another moment than the one before it. */
    private static int endOfMoment(double[] sorted, int cut) {
        int end = cut;
        while (end > 0 && end < sorted.length && sorted[end] == sorted[end - 1]) {
            end++;
        }
        return end;
    }

    private static void assign(int[] destination, int[] order, int from, int to, int split) {
        for (int i = from; i < Math.min(to, order.length); i++) {
            destination[order[i]] = split;
        }
    }
}
