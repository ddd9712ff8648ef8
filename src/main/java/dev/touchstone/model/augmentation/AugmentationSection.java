package dev.touchstone.model.augmentation;

import dev.touchstone.model.References;
import dev.touchstone.space.Assignment;
import dev.touchstone.space.SpaceSection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * The {@code augmentation} section of a spec with its places.
 *
 * @param spec the steps that could be read
 */
public record AugmentationSection(AugmentationSpec spec, References references) {
    /**
     * The parameters that it refers to, each at the largest value that it can take: the strongest augmentation of the space.
     *
     * @param space without problems
     * @param fixed values that are fixed whatever the space says
     */
    public Assignment strongest(SpaceSection space, Map<String, Object> fixed) {
        Map<String, Object> values = new HashMap<>();
        for (References.Use use : references.uses()) {
            space.entry(use.parameter())
                    .flatMap(entry -> entry.domain().extremes().stream()
                            .max(Comparator.comparingDouble(value -> ((Number) value).doubleValue())))
                    .ifPresent(largest -> values.put(use.parameter(), largest));
        }
        values.putAll(fixed);
        return new Assignment(values);
    }
}
