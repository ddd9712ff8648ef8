package dev.touchstone.diagnosis.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.AggregateSummaryStatistics;
import org.apache.commons.math3.stat.descriptive.StatisticalSummaryValues;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * The losses of a training's iterations, thinned: neighbours are summed up together, twice as many of them each time the
 * curve would outgrow its bound, so that its memory does not depend on the length of training. The same losses always
 * make the same curve.
 */
public final class LossCurve {
    private static final int MOST = 256;
    private static final int EIGHTHS = 8;
    private static final double HALF = 0.5;
    private static final double QUARTER = 0.25;

    /** TheDeepChecker: a loss that falls by less has stagnated. */
    static final double STAGNATED = 0.05;

    private final List<StatisticalSummaryValues> parts = new ArrayList<>();
    private SummaryStatistics open = new SummaryStatistics();
    private double first = Double.NaN;
    private long width = 1;

    /** Adds the loss of the next iteration. */
    public void add(double loss) {
        if (isEmpty()) {
            first = loss;
        }
        open.addValue(loss);
        if (open.getN() == width) {
            parts.add((StatisticalSummaryValues) open.getSummary());
            open = new SummaryStatistics();
            if (parts.size() == MOST) {
                halve();
            }
        }
    }

    private void halve() {
        for (int i = 0; i < MOST / 2; i++) {
            parts.set(i, AggregateSummaryStatistics.aggregate(parts.subList(2 * i, 2 * i + 2)));
        }
        parts.subList(MOST / 2, MOST).clear();
        width *= 2;
    }

    boolean isEmpty() {
        return parts.isEmpty() && open.getN() == 0;
    }

    /** The loss of the first iteration, before any step; NaN when there is none. */
    double first() {
        return first;
    }

    /** Parts in their order, each summing up as many iterations but the last. */
    List<StatisticalSummaryValues> parts() {
        List<StatisticalSummaryValues> all = new ArrayList<>(parts);
        if (open.getN() > 0) {
            all.add((StatisticalSummaryValues) open.getSummary());
        }
        return all;
    }

    /**
     * A stretch of the curve, in shares of its length.
     *
     * @param from 0 to below {@code to}
     * @param to at most 1
     */
    StatisticalSummaryValues stretch(double from, double to) {
        List<StatisticalSummaryValues> all = parts();
        int start = (int) (from * all.size());
        int end = Math.max(start + 1, (int) Math.ceil(to * all.size()));
        return AggregateSummaryStatistics.aggregate(all.subList(start, end));
    }

    /** The eighth of the curve with the lowest mean. */
    StatisticalSummaryValues lowest() {
        return Collections.min(eighths(), Comparator.comparingDouble(StatisticalSummaryValues::getMean));
    }

    /** The eighth of the curve with the highest mean. */
    StatisticalSummaryValues highest() {
        return Collections.max(eighths(), Comparator.comparingDouble(StatisticalSummaryValues::getMean));
    }

    /** The last eighth of the curve. */
    StatisticalSummaryValues end() {
        return eighths().get(EIGHTHS - 1);
    }

    private List<StatisticalSummaryValues> eighths() {
        return IntStream.range(0, EIGHTHS)
                .mapToObj(i -> stretch((double) i / EIGHTHS, (i + 1.0) / EIGHTHS))
                .toList();
    }

    /** Whether it falls in the last quarter by more than chance, however little. */
    boolean creeps() {
        return !isEmpty() && Noise.isAbove(stretch(HALF, 1 - QUARTER), stretch(1 - QUARTER, 1));
    }

    /** Whether it falls in a quarter by more than chance, and by more than a twentieth. */
    boolean fallsInQuarterTo(double end) {
        if (isEmpty()) {
            return false;
        }
        StatisticalSummaryValues before = stretch(end - 2 * QUARTER, end - QUARTER);
        StatisticalSummaryValues quarter = stretch(end - QUARTER, end);
        return Noise.isAbove(before, quarter) && before.getMean() - quarter.getMean() > STAGNATED * before.getMean();
    }

    /**
     * What it would still fall by if each quarter to come took off in proportion to the one before as the last did (Aitken's
     * extrapolation); infinite where it does not slow down, 0 where it does not fall.
     */
    double ahead() {
        if (isEmpty()) {
            return 0;
        }
        double middle = stretch(HALF, 1 - QUARTER).getMean();
        double before = stretch(QUARTER, HALF).getMean() - middle;
        double last = middle - stretch(1 - QUARTER, 1).getMean();
        if (!(last > 0)) {
            return 0;
        }
        return last < before ? last * last / (before - last) : Double.POSITIVE_INFINITY;
    }
}
