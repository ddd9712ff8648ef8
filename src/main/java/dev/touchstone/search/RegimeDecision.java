package dev.touchstone.search;

import dev.touchstone.metric.Interval;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * In which regime a space's networks are, told from scouts: the larger one of what train rows lack (avoidable bias) and of
 * the gap to validation rows (variance) is what to work on (Ng 2018, Machine Learning Yearning, chapters 20 to 22), where
 * their intervals tell which that is. A pure function of the scouts.
 *
 * @param confidence of the intervals, such as 0.95
 * @param trained scouts that came to a figure
 * @param judged trials that the figures are of: the better half by validation value, for the search goes on among their
 *     like, and a scout with a hopeless learning rate says nothing of the network
 * @param figures null when too few scouts came to a figure
 */
public record RegimeDecision(
        Regime regime,
        Reason reason,
        double confidence,
        int trained,
        List<Integer> judged,
        @Nullable Figures figures) {
    /** Fewer say nothing of how much scouts differ. */
    public static final int FEWEST = 3;

    /** Of the way from the baseline to a perfect value; what deepchecks bounds a drop from train to validation by. */
    public static final double NOTABLE = 0.1;

    /** Why it came out so. */
    public enum Reason {
        GAP_IS_LARGER,
        LACK_IS_LARGER,
        /** Neither is notable. */
        BOTH_SMALL,
        INTERVALS_OVERLAP,
        TOO_FEW_SCOUTS
    }

    /**
     * A mean over the judged scouts.
     *
     * @param interval how scouts differ (Student's t) and the noise of the rows, which is the same rows' for all of them and
     *     so does not average out, added as independent
     */
    public record Figure(double value, Interval interval) {
        /** @param noise half the width of a scout's own interval */
        static Figure of(
                List<Scout> scouts, Widths widths, ToDoubleFunction<Scout> value, ToDoubleFunction<Scout> noise) {
            int count = scouts.size();
            double mean = scouts.stream().mapToDouble(value).average().orElseThrow();
            double squares = scouts.stream()
                    .mapToDouble(scout -> Math.pow(value.applyAsDouble(scout) - mean, 2))
                    .sum();
            double between = widths.errors() * Math.sqrt(squares / (count - 1) / count);
            double ofRows = widths.noises()
                    * scouts.stream().mapToDouble(noise).average().orElseThrow();
            double half = Math.hypot(between, ofRows);
            return new Figure(mean, new Interval(mean - half, mean + half));
        }

        /** Without what no share can be. */
        private Figure within(double low, double high) {
            return new Figure(value, new Interval(Math.max(low, interval.low()), Math.min(high, interval.high())));
        }

        boolean isNotable() {
            return value > NOTABLE && interval.low() > 0;
        }
    }

    /**
     * How wide intervals of a confidence are.
     *
     * @param errors how many standard errors of a mean over the scouts half an interval has
     * @param noises by how much wider it is than the scouts' own
     */
    private record Widths(double errors, double noises) {
        static Widths of(int scouts, double confidence) {
            NormalDistribution normal = new NormalDistribution(null, 0, 1);
            return new Widths(
                    quantile(new TDistribution(null, scouts - 1.0), confidence),
                    quantile(normal, confidence) / quantile(normal, Interval.CONFIDENCE));
        }

        private static double quantile(RealDistribution distribution, double confidence) {
            return distribution.inverseCumulativeProbability((1 + confidence) / 2);
        }
    }

    /**
     * All as shares of the way from the baseline to a perfect value.
     *
     * @param fit what is reached on train rows
     * @param carried what is reached on validation rows
     * @param gap the one less the other
     * @param lack what train rows lack
     * @param balance the gap less the lack
     */
    public record Figures(Figure fit, Figure carried, Figure gap, Figure lack, Figure balance) {
        static Figures of(List<Scout> scouts, double confidence) {
            Widths widths = Widths.of(scouts.size(), confidence);
            return new Figures(
                    Figure.of(scouts, widths, Scout::fit, Scout::fitNoise).within(-1, 1),
                    Figure.of(scouts, widths, Scout::carried, Scout::carriedNoise)
                            .within(-1, 1),
                    Figure.of(scouts, widths, Scout::gap, Scout::gapNoise),
                    Figure.of(scouts, widths, Scout::lack, Scout::fitNoise).within(0, 2),
                    Figure.of(scouts, widths, Scout::balance, Scout::balanceNoise));
        }
    }

    /**
     * What scouts tell.
     *
     * @param scouts in any order
     * @param confidence of the intervals that tell it, above 0 and below 1
     */
    public static RegimeDecision of(List<Scout> scouts, double confidence) {
        if (scouts.size() < FEWEST) {
            return new RegimeDecision(
                    Regime.UNDECIDED,
                    Reason.TOO_FEW_SCOUTS,
                    confidence,
                    scouts.size(),
                    scouts.stream().map(Scout::trial).sorted().toList(),
                    null);
        }
        List<Scout> better = scouts.stream()
                .sorted(Comparator.comparingDouble(Scout::carried).reversed().thenComparing(Scout::trial))
                .limit(judged(scouts.size()))
                .sorted(Comparator.comparing(Scout::trial))
                .toList();
        Figures figures = Figures.of(better, confidence);
        Reason reason = reason(figures);
        return new RegimeDecision(
                regime(reason),
                reason,
                confidence,
                scouts.size(),
                better.stream().map(Scout::trial).toList(),
                figures);
    }

    /** How many of so many scouts are judged. */
    static int judged(int trained) {
        return Math.max(FEWEST, (trained + 1) / 2);
    }

    private static Regime regime(Reason reason) {
        return switch (reason) {
            case GAP_IS_LARGER -> Regime.OVERFITTING;
            case LACK_IS_LARGER -> Regime.UNDERFITTING;
            case BOTH_SMALL, INTERVALS_OVERLAP, TOO_FEW_SCOUTS -> Regime.UNDECIDED;
        };
    }

    private static Reason reason(Figures figures) {
        Interval balance = figures.balance().interval();
        if (figures.gap().isNotable() && balance.low() > 0) {
            return Reason.GAP_IS_LARGER;
        } else if (figures.lack().isNotable() && balance.high() < 0) {
            return Reason.LACK_IS_LARGER;
        }
        return figures.gap().value() <= NOTABLE && figures.lack().value() <= NOTABLE
                ? Reason.BOTH_SMALL
                : Reason.INTERVALS_OVERLAP;
    }
}
