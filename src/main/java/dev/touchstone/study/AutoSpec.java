package dev.touchstone.study;

import dev.touchstone.search.ScoutPlan;
import java.util.Map;

/**
 * What {@code regularisation: auto} may do in a study, as its spec says; see {@link AutoSearch}.
 *
 * @param scouts how many trials, from the first on, tell the regime, by how many the study was made for
 * @param roles of the space's own parameters; one of neither role is not named
 */
public record AutoSpec(ScoutPlan scouts, Map<String, Role> roles) {
    /** What more of a parameter does. */
    public enum Role {
        /** Weight decay, a dropout rate, a strength of the augmentation. */
        REGULARISES,
        /** Units, filters, how often layers are repeated. */
        ADDS_CAPACITY
    }

    public AutoSpec {
        roles = Map.copyOf(roles);
    }
}
