package dev.touchstone.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.IntervalUtils;

/** How many of how many, with Wilson's 95 % interval. */
public record Share(int part, int of) {
    private static final double CONFIDENCE = 0.95;

    /** Of those in a collection. */
    public static <T> Share of(Collection<T> all, Predicate<T> which) {
        return new Share((int) all.stream().filter(which).count(), all.size());
    }

    @Override
    public String toString() {
        if (of == 0) {
            return "none";
        }
        ConfidenceInterval wilson = IntervalUtils.getWilsonScoreInterval(of, part, CONFIDENCE);
        return String.format(
                Locale.ROOT,
                "%d of %d = %.1f %% (%.1f to %.1f)",
                part,
                of,
                100.0 * part / of,
                100 * Math.max(0, wilson.getLowerBound()),
                100 * Math.min(1, wilson.getUpperBound()));
    }
}
