package dev.touchstone.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line sets on top of a spec file. Kept with the study as JSON.
 *
 * @param set hyperparameters fixed at a value, as written after {@code --set}, in the order given
 * @param trials instead of {@code search.trials}
 * @param seed instead of {@code search.seed}
 */
public record Overrides(
        Map<String, String> set,
        @Nullable Integer trials,
        @Nullable Long seed) {
    public static final Overrides NONE = new Overrides(Map.of(), null, null);

    public Overrides {
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
    }
}
