package dev.touchstone.diagnosis.data;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.data.Targets;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * How wide the interval of a root mean squared error on the validation split is, as {@link ValidationSizeCheck} asks for
 * accuracies. The unit of widths is the label's standard deviation, which is the error of the best constant. Errors are
 * taken to be those of ten nearest neighbours, and their mean square to be normal. It is too wide when it is in this unit
 * and as a share of the label's variance, too, which is what an accuracy's points are to it, and as a share of the squared
 * errors; for information where it is only because a few errors are far larger than the others: then it is not for want of
 * rows.
 */
final class ValidationSizeForNumbersCheck implements NumbersCheck {
    /** How much the root of a mean square of normal errors varies, relative to itself, times the root of their number. */
    private static final double OF_NORMAL = Math.sqrt(0.5);

    @Override
    public List<Finding> examine(CheckedData data) {
        int rows = data.prepared().validation().count();
        double deviation = Math.sqrt(((Targets.Values) data.prepared().train().targets()).variance());
        NeighbourErrors errors = NeighbourErrors.of(data);
        double error = errors.rootMeanSquare();
        if (error == 0 || deviation == 0) {
            return List.of();
        }
        double deviations =
                new NormalDistribution().inverseCumulativeProbability((1 + ValidationSizeCheck.CONFIDENCE) / 2);
        // The root of a mean square varies by half as much, relative to itself, as the mean square.
        double varies = new StandardDeviation().evaluate(errors.squared()) / errors.meanSquare() / 2;
        double width = 2 * deviations * varies / Math.sqrt(rows) * error / deviation;
        if (width <= ValidationSizeCheck.WANTED_WIDTH) {
            return List.of();
        }
        double ofVariance = 2 * width * error / deviation; // near the error: the derivative of its square
        double ofRows = Math.min(1, OF_NORMAL / varies);
        double ofMistakes = 2 * width / (error / deviation); // squared errors are what adds up
        boolean tooWide = ValidationSizeCheck.isScanty(data)
                && Math.min(width, ofVariance) * ofRows > ValidationSizeCheck.TOO_WIDE
                && ofMistakes * ofRows > ValidationSizeCheck.OF_MISTAKES;
        long wanted = Math.round(rows * Math.pow(width / ValidationSizeCheck.WANTED_WIDTH, 2));
        return List.of(new Finding(
                "small-validation-split",
                tooWide ? Severity.WARNING : Severity.INFO,
                "on " + rows + " validation rows the 95 % interval of a root mean squared error near "
                        + ShortNumber.of(error) + " is " + ShortNumber.of(width * deviation) + " wide, "
                        + ShortNumber.of(100 * width) + " % of the label's standard deviation; for "
                        + ShortNumber.of(100 * ValidationSizeCheck.WANTED_WIDTH) + " % it takes about " + wanted
                        + " rows",
                false,
                new Evidence()
                        .with("validation-rows", rows)
                        .with("error", error)
                        .with("interval-width", width)
                        .with("interval-width-of-variance", ofVariance)
                        .with("rows-for-two-points", wanted)
                        .entries(),
                ValidationSizeCheck.REMEDY));
    }
}
