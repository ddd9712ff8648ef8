package dev.touchstone.bench.faults;

import java.util.List;
import java.util.Objects;

/**
 * A training of a program, healthy or not.
 *
 * @param fault empty for none
 * @param split which sample of the data
 * @param diagnosed whether what is said of it is known
 * @param value of the metric that faults are judged by; NaN when training broke off
 * @param halfWidth of the value's 95 % interval
 * @param baseline the metric without a network
 * @param said of the trial without experiments
 * @param saidAfter of the trial after experiments; empty when there were none
 * @param tried how these came out
 */
record Run(
        String program,
        String fault,
        int split,
        int seed,
        boolean diagnosed,
        double value,
        double halfWidth,
        double baseline,
        List<Said> said,
        boolean experimented,
        List<Said> saidAfter,
        List<Tried> tried,
        double seconds,
        double experimentSeconds) {
    Run {
        tried = Objects.requireNonNullElse(tried, List.of()); // lines of before it was kept
    }

    /** What tells it from others. */
    String key() {
        return key(program, fault, split, seed);
    }

    /** The value alone. */
    Run withoutSaid() {
        return new Run(
                program, fault, split, seed, false, value, halfWidth, baseline, List.of(), false, List.of(), List.of(), seconds, 0);
    }

    static String key(String program, String fault, int split, int seed) {
        return program + " | " + fault + " | " + split + " | " + seed;
    }
}
