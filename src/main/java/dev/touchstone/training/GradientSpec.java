package dev.touchstone.training;

import dev.touchstone.model.Requirement;
import dev.touchstone.model.Setting;
import dev.touchstone.space.Assignment;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code training} section says of gradients.
 *
 * @param clipping bounds that are given, by key
 * @param rowsAtOnce rows of which gradients are computed at once; null for a whole batch
 */
public record GradientSpec(
        Map<String, Setting> clipping, @Nullable Setting rowsAtOnce) {
    public static final GradientSpec NONE = new GradientSpec(Map.of(), null);

    private static final String VALUE = "value";
    private static final String NORM = "norm";
    private static final String NORM_PER_LAYER = "norm-per-layer";

    /** What each bound must be, by key. */
    public static final Map<String, Requirement> CLIPPING = Map.of(
            VALUE, Requirement.POSITIVE,
            NORM, Requirement.POSITIVE,
            NORM_PER_LAYER, Requirement.POSITIVE);

    /** The rules under an assignment. */
    public GradientRules in(Assignment assignment) {
        return new GradientRules(
                bound(VALUE, assignment),
                bound(NORM, assignment),
                bound(NORM_PER_LAYER, assignment),
                0,
                rowsAtOnce == null ? Integer.MAX_VALUE : ((Number) rowsAtOnce.in(assignment)).intValue());
    }

    private double bound(String key, Assignment assignment) {
        Setting bound = clipping.get(key);
        return bound == null ? Double.POSITIVE_INFINITY : ((Number) bound.in(assignment)).doubleValue();
    }
}
