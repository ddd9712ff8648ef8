package dev.touchstone.search;

import dev.touchstone.diagnosis.training.BestEpoch;
import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Interval;
import java.util.Optional;

/**
 * A complete trial as a witness of what its space can do. Values are shares of the way from the baseline (0) to a perfect
 * value (1), so that they mean the same for every metric; what is worse than the baseline counts down to -1.
 *
 * @param fit on train rows
 * @param fitNoise half the width of the 95 % interval of {@code fit}
 * @param carried on validation rows
 * @param carriedNoise half the width of the 95 % interval of {@code carried}
 */
public record Scout(int trial, double fit, double fitNoise, double carried, double carriedNoise) {
    /** A perfect value of every metric of a direction: shares are 1 at best, errors 0. */
    private static double perfect(Direction direction) {
        return direction == Direction.MAXIMISE ? 1 : 0;
    }

    /** Nothing where the baseline is perfect, or a value is not finite. */
    public static Optional<Scout> of(int trial, BestEpoch best, Direction direction) {
        double way = perfect(direction) - best.baseline();
        Scout scout = new Scout(
                trial,
                share(best.trainValue() - best.baseline(), way),
                noise(best.trainInterval(), way),
                share(best.value() - best.baseline(), way),
                noise(best.interval(), way));
        return scout.isFinite() ? Optional.of(scout) : Optional.empty();
    }

    private static double share(double gone, double way) {
        return Math.max(-1, gone / way);
    }

    private static double noise(Interval interval, double way) {
        return (interval.high() - interval.low()) / 2 / Math.abs(way);
    }

    private boolean isFinite() {
        return Double.isFinite(fit + fitNoise + carried + carriedNoise);
    }

    /** What is learnt on train rows and does not carry over. */
    double gap() {
        return fit - carried;
    }

    double gapNoise() {
        return Math.hypot(fitNoise, carriedNoise);
    }

    /** What train rows lack. */
    double lack() {
        return 1 - fit;
    }

    /** By how much the gap is larger than what train rows lack. */
    double balance() {
        return gap() - lack();
    }

    double balanceNoise() {
        return Math.hypot(2 * fitNoise, carriedNoise);
    }
}
