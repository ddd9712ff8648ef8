package dev.touchstone.diagnosis.data;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.IntervalUtils;

/**
 * How wide the interval of an accuracy on the validation split is, which bounds what differences between trials a sweep can
 * resolve. The accuracy is taken to be what ten nearest neighbours reach. It is too wide when it is so in points and as a
 * share of the mistakes, too: where many are made, few points more or less are no matter. A warning where the split could have
 * given more rows to validation.
 */
final class ValidationSizeCheck implements ClassesCheck {
    /** Deepchecks asks for so much gain over a simple model; a wider interval cannot even show that. */
    static final double TOO_WIDE = 0.1;

    /** Of the mistakes: where the interval spans as many, a trial that halves them may pass for one that does not. */
    static final double OF_MISTAKES = 0.5;

    /**
     * Of all rows: a fold of tenfold validation (Kohavi 1995). Where validation has fewer the split is to blame, and else there
     * are few rows altogether, of which hardly more can be spared.
     */
    private static final double LEAST_SHARE = 0.1;

    /** So few rows say nothing whatever there is of others: below it means are far from normal. */
    private static final int FEWEST = 30;

    /** The width to aim at: leading trials of a sweep are often within two points of each other. */
    static final double WANTED_WIDTH = 0.02;

    static final double CONFIDENCE = 0.95;

    static final String REMEDY = "take small differences between trials for noise, or raise data: split: validation";

    @Override
    public List<Finding> examine(CheckedData data) {
        int rows = data.prepared().validation().count();
        double accuracy = NeighbourVotes.of(data).accuracy();
        ConfidenceInterval interval =
                IntervalUtils.getWilsonScoreInterval(rows, (int) Math.round(accuracy * rows), CONFIDENCE);
        double width = interval.getUpperBound() - interval.getLowerBound();
        if (width <= WANTED_WIDTH) {
            return List.of();
        }
        double deviations = new NormalDistribution().inverseCumulativeProbability((1 + CONFIDENCE) / 2);
        double share = Math.max(accuracy * (1 - accuracy), 1.0 / rows);
        long wanted = Math.round(Math.pow(2 * deviations / WANTED_WIDTH, 2) * share);
        return List.of(new Finding(
                "small-validation-split",
                isTooWide(width, 1 - accuracy) && isScanty(data) ? Severity.WARNING : Severity.INFO,
                "on " + rows + " validation rows the 95 % interval of an accuracy near " + ShortNumber.of(accuracy)
                        + " is "
                        + ShortNumber.of(100 * width) + " points wide; for " + ShortNumber.of(100 * WANTED_WIDTH)
                        + " points it takes about " + wanted + " rows",
                false,
                new Evidence()
                        .with("validation-rows", rows)
                        .with("accuracy", accuracy)
                        .with("interval-width", width)
                        .with("rows-for-two-points", wanted)
                        .entries(),
                REMEDY));
    }

    /** Whether validation has fewer rows than could be spared for it. */
    static boolean isScanty(CheckedData data) {
        int rows = data.prepared().validation().count();
        return rows < FEWEST || rows < LEAST_SHARE * data.count();
    }

    /** Whether an interval is wider than ten points, and than half of the mistakes that are left to be mended. */
    private static boolean isTooWide(double width, double mistakes) {
        return width > TOO_WIDE && width > OF_MISTAKES * mistakes;
    }
}
