package dev.touchstone.training;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much the gradients of single train rows differ from their mean, at one look: the parts of the "simple noise scale"
 * (McCandlish et al. 2018, An Empirical Model of Large-Batch Training, appendix A.1). Both are unbiased, and single ones are
 * rough: only their sums over looks are to be divided.
 *
 * @param variance of the gradient of a single row, summed up over all parameters
 * @param squaredGradient squared Euclidean norm of the gradient of all rows that there could be; below 0 where the looked-at
 *     rows cannot tell it from 0
 */
public record NoiseScale(double variance, double squaredGradient) {
    /** Rows in a part and in the whole that it is a part of: gradients of fewer cannot differ. */
    private static final int FEWEST = 2;

    /** A few looks know no more digits. */
    private static final MathContext ROUGHLY = new MathContext(2);

    /**
     * From the gradients of some rows and of a part of them.
     *
     * @param part how many rows, more than 0
     * @param whole how many rows, more than in the part
     * @param apart Euclidean norm of the difference of both mean gradients
     * @param norm Euclidean norm of the mean gradient of the whole
     */
    static NoiseScale of(int part, int whole, double apart, double norm) {
        double variance = apart * apart / (1.0 / part - 1.0 / whole);
        return new NoiseScale(variance, norm * norm - variance / whole);
    }

    /** How many of some rows make the part that is compared with all of them: half, which tells most; 0 where they are too few. */
    static int part(int rows) {
        return rows < FEWEST ? 0 : rows / 2;
    }

    /**
     * The noise scale over looks, in rows: batches of far fewer rows take steps that are mostly noise, batches of far more take
     * hardly better steps than smaller ones. Looks at large gradients count most, so that it is that of the time in which a
     * training learns.
     *
     * @return infinite where no gradient can be told from noise, NaN where it was not measured
     */
    public static double over(List<TrainingLook> looks) {
        double variance = 0;
        double squaredGradient = 0;
        boolean measured = false;
        for (TrainingLook look : looks) {
            @Nullable NoiseScale noise = look.noise();
            if (noise != null && Double.isFinite(noise.variance()) && Double.isFinite(noise.squaredGradient())) {
                variance += noise.variance();
                squaredGradient += noise.squaredGradient();
                measured = true;
            }
        }
        if (!measured || variance == 0) {
            return Double.NaN;
        }
        return squaredGradient > 0 ? variance / squaredGradient : Double.POSITIVE_INFINITY;
    }

    /** The noise scale over looks as people read it; empty where it was not measured. */
    public static Optional<String> words(List<TrainingLook> looks) {
        double scale = over(looks);
        if (Double.isNaN(scale)) {
            return Optional.empty();
        } else if (Double.isInfinite(scale)) {
            return Optional.of("beyond what the rows of its looks can tell");
        }
        return Optional.of(scale < 2 ? "below 2 rows" : "about " + roughly(scale) + " rows");
    }

    /** A number of rows to two digits, 1 or more. */
    public static String roughly(double rows) {
        return new BigDecimal(Math.max(1, rows))
                .round(ROUGHLY)
                .setScale(0, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
