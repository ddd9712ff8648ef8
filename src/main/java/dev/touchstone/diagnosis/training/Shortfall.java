package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.data.RowFacts;
import dev.touchstone.metric.Direction;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is missing on the way from the baseline to answers that are all right, as shares of it.
 *
 * @param best null when the training ended without
 */
record Shortfall(TrialPlan plan, @Nullable BestEpoch best) {
    private static final double NOTABLE = 0.1;

    /**
     * The share of the way from the baseline to answers that are all right which is missing on the validation rows: 0 for such
     * answers, 1 for the baseline; NaN where no epoch was measured.
     */
    double lack() {
        return best == null ? Double.NaN : shareMissing(best.value());
    }

    /** The same on the train rows. */
    double trainLack() {
        return best == null ? Double.NaN : shareMissing(best.trainValue());
    }

    /** The same of any value. */
    double shareMissing(double value) {
        return (perfect() - value) / wholeWay();
    }

    private double perfect() {
        return plan.direction() == Direction.MAXIMISE ? 1 : 0;
    }

    /** From the baseline to answers that are all right. */
    private double wholeWay() {
        return perfect() - Objects.requireNonNull(best).baseline();
    }

    /**
     * The share of the way from the baseline to answers that are all right which nearest neighbours miss on the validation
     * rows at most, by a standard error; NaN where that was not measured.
     */
    double neighboursLack() {
        RowFacts rows = plan.rows();
        if (rows == null || rows.related() == null) {
            return Double.NaN;
        }
        double saved = rows.related().across().atLeast(1);
        return plan.classes() ? 1 - saved : Math.sqrt(Math.max(0, 1 - saved)); // of squared errors
    }

    /**
     * Whether the network misses twice what nearest neighbours do, which train nothing, and a tenth of the whole way more: the
     * rows tell more than it learnt.
     */
    boolean fallsShort() {
        return isShort(lack());
    }

    /** The same at the better end of the value's interval. */
    boolean clearlyFallsShort() {
        return isShort(lack() - noise());
    }

    private boolean isShort(double lack) {
        double own = mistakes(lack);
        double others = mistakes(neighboursLack());
        return own > 2 * others && own - others > NOTABLE;
    }

    /** A lack as what adds up over rows: shares of wrong answers, or of numbers their squared errors. */
    double mistakes(double lack) {
        return plan.classes() ? lack : lack * Math.abs(lack);
    }

    /**
     * Whether the network does better than nearest neighbours, where these tell something or it learnt something itself: nothing
     * shows that the rows tell more than it learnt.
     */
    boolean surpassesNeighbours() {
        return (rowsTell() || clearlyLearnt()) && lack() < neighboursLack();
    }

    /**
     * Whether a notable part of the way is missing and nearest neighbours miss less, both even at the better end of the value's
     * interval.
     */
    boolean isOutdone() {
        return clearlyLacks() && lack() - noise() > neighboursLack();
    }

    /** Whether a tenth of the whole way or more was learnt even at the worse end of the value's interval. */
    boolean clearlyLearnt() {
        return 1 - lack() - noise() > NOTABLE;
    }

    /** Whether a tenth of the whole way or more is missing at the better end of the value's interval. */
    boolean clearlyLacks() {
        return lack() - noise() > NOTABLE;
    }

    /** Whether a tenth of the whole way or more is missing beyond noise, and as much on train rows. */
    boolean lacksOnTrainToo() {
        return clearlyLacks() && trainLack() > NOTABLE;
    }

    /**
     * The noise of the value on the validation rows, half its interval, as a share of the way from the baseline to right
     * answers.
     */
    double noise() {
        return best == null ? Double.NaN : best.noise() / Math.abs(wholeWay());
    }

    /** Whether neighbours show that the rows tell something at all; so it is taken to be where that was not measured. */
    boolean rowsTell() {
        RowFacts rows = plan.rows();
        return rows == null || rows.related() == null || rows.related().across().atLeast(2) > NOTABLE;
    }

    /**
     * Whether a notable part of the way is missing, and on train rows as much as on validation rows, as far as noise lets
     * tell.
     */
    boolean isUnderfit() {
        return clearlyLacks() && lack() - trainLack() < noise();
    }
}
