package dev.touchstone.report.html;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Points of a curve as they are written into the page: few enough to be drawn at once, and short.
 *
 * @param x ascending
 * @param y one for each x; null where there is no finite number
 */
public record Curve(List<@Nullable Double> x, List<@Nullable Double> y) {
    /** About a point for every five pixels of a wide chart: spikes stay, and a thousand trials fit into one page. */
    static final int MAX_POINTS = 150;

    /** Four digits are finer than a pixel, and keep the file small. */
    private static final MathContext DIGITS = new MathContext(4);

    /** A curve of values at given places; the longer list is cut to the shorter. */
    static Curve of(List<? extends Number> x, List<Double> y) {
        int length = Math.min(x.size(), y.size());
        int[] kept = length <= MAX_POINTS ? IntStream.range(0, length).toArray() : extremes(y.subList(0, length));
        List<@Nullable Double> keptX = new ArrayList<>();
        List<@Nullable Double> keptY = new ArrayList<>();
        for (int index : kept) {
            keptX.add(written(x.get(index).doubleValue()));
            keptY.add(written(y.get(index)));
        }
        return new Curve(keptX, keptY);
    }

    /** A curve over 1, 2, 3 and so on. */
    static Curve ofSteps(List<Double> y) {
        return of(IntStream.rangeClosed(1, y.size()).boxed().toList(), y);
    }

    /** A number as it is written, null when it is not finite. */
    static @Nullable Double written(double number) {
        return Double.isFinite(number) ? rounded(number) : null;
    }

    /** A finite number with the digits that are drawn. */
    static double rounded(double number) {
        return BigDecimal.valueOf(number).round(DIGITS).doubleValue();
    }

    boolean isEmpty() {
        return y.stream().allMatch(value -> value == null);
    }

    /** Ends, and the lowest and highest point of every stretch between, so that a spike is never thinned away. */
    private static int[] extremes(List<Double> y) {
        int last = y.size() - 1;
        int stretches = (MAX_POINTS - 2) / 2;
        IntStream.Builder kept = IntStream.builder().add(0).add(last);
        for (int stretch = 0; stretch < stretches; stretch++) {
            int from = 1 + (int) ((long) stretch * (last - 1) / stretches);
            int to = 1 + (int) ((long) (stretch + 1) * (last - 1) / stretches);
            int lowest = from;
            int highest = from;
            for (int index = from; index < to; index++) {
                lowest = y.get(index) < y.get(lowest) ? index : lowest;
                highest = y.get(index) > y.get(highest) ? index : highest;
            }
            kept.add(lowest).add(highest);
        }
        return kept.build().sorted().distinct().toArray();
    }
}
