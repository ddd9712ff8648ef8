package dev.touchstone.diagnosis;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which order causes are told of which none is confirmed: by how directly it is seen that they are there, and what stops
 * learning before what blurs its measure. What the configuration alone shows comes before what the rows show by themselves,
 * that before what the start of training shows, and that before what its course is explained by.
 */
public final class Precedence {
    private static final List<List<String>> ORDER = List.of(
            // what the configuration alone shows
            List.of(
                    "label-same-in-train",
                    "class-missing-from-train",
                    "wrong-output-activation",
                    "wrong-loss",
                    "batch-construction",
                    "batch-size",
                    "frozen-parameters",
                    "missing-activation"),
            // what the rows alone show
            List.of(
                    "non-finite-feature",
                    "unnormalised-target",
                    "missing-values",
                    "unnormalised-input",
                    "wild-scales",
                    "data-leak",
                    "leaking-feature",
                    "rows-shared-with-validation",
                    "rows-shared-with-test",
                    "constant-features",
                    "too-little-data",
                    "poor-features",
                    "data-loading",
                    "class-imbalance",
                    "split-mismatch",
                    "label-noise",
                    "bad-labels",
                    "conflicting-labels",
                    "metric-hides-class"),
            // what the start of training shows
            List.of("saturating-activation", "poor-initialisation"),
            // what steps and losses show
            List.of(
                    "over-regularised",
                    "bad-augmentation",
                    "schedule-mismatch",
                    "learning-rate-too-high",
                    "wrong-optimiser",
                    "learning-rate-too-low",
                    "overfitting",
                    "too-few-epochs",
                    "early-stopped-on-noise",
                    "too-little-capacity"),
            // what blurs the measure, or is suspected of the rows: training tells by itself where a drift did harm
            List.of(
                    "class-missing-from-validation",
                    "near-duplicates",
                    "strong-feature",
                    "split-drift",
                    "feature-drift",
                    "validation-too-small",
                    "metric-too-coarse",
                    "small-validation-split",
                    "time-leakage",
                    "source-order-leakage",
                    "group-leakage",
                    "identifier-feature",
                    "row-order"));

    private static final Map<String, Integer> PLACES = places();

    /** Orders codes of findings; those that it does not know come last, in no order. */
    public static final Comparator<String> OF_CODES =
            Comparator.comparing(code -> PLACES.getOrDefault(code, PLACES.size()));

    private Precedence() {}

    private static Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        ORDER.forEach(group -> group.forEach(code -> places.put(code, places.size())));
        return places;
    }
}
