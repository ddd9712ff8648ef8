package dev.touchstone.training;

import dev.touchstone.metric.Direction;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Where a validation curve is going, and how much of its movement is noise: a straight line by least squares through the
 * later half of its epochs, over the logarithm of the epoch.
 *
 * <p>Learning curves follow power laws, {@code a - c * epoch^-b} (Domhan et al., IJCAI 2015; Viering and Loog 2023), whose
 * slope over the logarithm, {@code b * c * epoch^-b}, only falls. A line through what was seen therefore passes above what
 * will come, so that its end is an upper bound for the mean of epochs to come. The noise of a single epoch is the
 * standard deviation of the residuals; a bend that the line does not follow makes it larger, never smaller. From noise and
 * line follows the usual one-sided confidence limit of a regression's mean at a later epoch (Draper and Smith 1998,
 * section 1.4), with Student's t for the noise is only estimated.
 *
 * @param noise standard deviation of a single epoch's value around the trend; from 0
 * @param level of the line in the middle of the window
 * @param slope of the line for a unit of the logarithm
 * @param middle mean logarithm of the window's epochs
 * @param spread sum of the squared distances of the logarithms from it
 * @param values how many the line goes through
 */
record CurveTrend(double noise, double level, double slope, double middle, double spread, int values) {
    /** With six degrees of freedom a standard deviation is known to about 30 % ({@code 1 / sqrt(2 * 6)}); fewer are too few. */
    static final int FEWEST = 8;

    /** A line costs a level and a slope. */
    private static final int LINE = 2;

    /** Confidence that the mean of a later epoch is no better than promised; the usual one of a one-sided limit. */
    private static final double CONFIDENCE = 0.95;

    /**
     * The trend of a curve.
     *
     * @param curve a value for each epoch from the first; those that are not finite count for nothing
     * @return nothing when it has too few values to tell trend from noise
     */
    static Optional<CurveTrend> of(List<Double> curve) {
        int window = Math.max(FEWEST, (curve.size() + 1) / 2);
        int[] epochs = IntStream.rangeClosed(Math.max(1, curve.size() - window + 1), curve.size())
                .filter(epoch -> Double.isFinite(curve.get(epoch - 1)))
                .toArray();
        return epochs.length < FEWEST ? Optional.empty() : Optional.of(through(epochs, curve));
    }

    private static CurveTrend through(int[] epochs, List<Double> curve) {
        int n = epochs.length;
        // Distances from the first value, so that a constant curve has no noise from rounding.
        double first = curve.get(epochs[0] - 1);
        double middle = 0;
        double distance = 0;
        for (int epoch : epochs) {
            middle += StrictMath.log(epoch) / n;
            distance += (curve.get(epoch - 1) - first) / n;
        }
        double spread = 0;
        double product = 0;
        for (int epoch : epochs) {
            double x = StrictMath.log(epoch) - middle;
            spread += x * x;
            product += x * (curve.get(epoch - 1) - first - distance);
        }
        double slope = product / spread;
        double squares = 0;
        for (int epoch : epochs) {
            double residual = curve.get(epoch - 1) - first - distance - slope * (StrictMath.log(epoch) - middle);
            squares += residual * residual;
        }
        return new CurveTrend(Math.sqrt(squares / (n - LINE)), first + distance, slope, middle, spread, n);
    }

    /** The best that the mean of a later epoch may be, at 95 % confidence. */
    double promise(int epoch, Direction direction) {
        double x = StrictMath.log(epoch) - middle;
        double error = noise * Math.sqrt(1.0 / values + x * x / spread);
        double margin = new TDistribution(null, values - LINE).inverseCumulativeProbability(CONFIDENCE) * error;
        return level + slope * x + (direction == Direction.MAXIMISE ? margin : -margin);
    }
}
