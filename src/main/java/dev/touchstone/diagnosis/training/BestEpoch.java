package dev.touchstone.diagnosis.training;

import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Interval;
import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.jspecify.annotations.Nullable;

/**
 * What the epoch whose parameters are kept comes to.
 *
 * @param epoch from 1
 * @param value of the objective on the validation rows
 * @param interval 95 % confidence interval of the value
 * @param trainLoss as in inference, without regularisation terms, on as many train rows as there are validation rows
 * @param trainValue of the objective on these train rows
 * @param trainInterval 95 % confidence interval of the train value
 * @param baseline the objective of a baseline on the validation rows
 * @param answerSpread standard deviation of an answer over the validation rows, mean over the answers
 * @param targetSpread the same of answers that are right
 * @param classes none where no classes are to be told apart
 * @param gain 95 % confidence interval of by how much the value is better than the baseline, of the same rows drawn for both at
 *     once; null where an older Touchstone trained, and where an answer is not finite
 */
public record BestEpoch(
        int epoch,
        double value,
        Interval interval,
        double trainLoss,
        double trainValue,
        Interval trainInterval,
        double baseline,
        double answerSpread,
        double targetSpread,
        List<OfClass> classes,
        @Nullable Interval gain) {

    /**
     * A class.
     *
     * @param trainShare of the train rows
     * @param rows validation rows of the class
     * @param right how many of them were taken for it
     */
    public record OfClass(String name, double trainShare, int rows, int right) {
        /** How probable so few right rows are, or fewer, were each right with this probability. */
        double chance(double rightShare) {
            return new BinomialDistribution(null, rows, rightShare).cumulativeProbability(right);
        }
    }

    /** The share of all rows of classes that are right. */
    double rightShare() {
        return (double) classes.stream().mapToInt(OfClass::right).sum()
                / classes.stream().mapToInt(OfClass::rows).sum();
    }

    /** Whether the value is better than the baseline beyond chance. */
    boolean isBeyondBaseline(Direction direction) {
        if (gain != null) {
            return gain.low() > 0;
        }
        return direction == Direction.MAXIMISE ? interval.low() > baseline : interval.high() < baseline;
    }

    /** Half the width of the value's interval. */
    double noise() {
        return (interval.high() - interval.low()) / 2;
    }
}
