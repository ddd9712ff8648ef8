package dev.touchstone.model;

import dev.touchstone.space.SpaceSection;
import dev.touchstone.spec.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The {@code model} section of a spec with its places.
 *
 * @param spec what could be read of the network
 * @param parameters those that the network brings along, beside those of the space
 */
public record ModelSection(NetworkSpec spec, References references, List<SpaceSection.Entry> parameters) {
    /** A network whose parameters are all in the space. */
    ModelSection(NetworkSpec spec, References references) {
        this(spec, references, List.of());
    }

    /**
     * The network, to be checked on the corners of a space without problems.
     *
     * @param fixed values that are fixed whatever the space says
     */
    public NetworkSpec in(SpaceSection space, Map<String, Object> fixed, Problems problems) {
        if (!(spec instanceof ModelSpec model)) {
            return spec;
        }
        Map<String, List<Object>> extremes = new TreeMap<>();
        for (References.Use use : references.uses()) {
            space.entry(use.parameter())
                    .ifPresent(entry ->
                            extremes.put(use.parameter(), entry.domain().extremes()));
        }
        extremes.replaceAll((name, values) -> fixed.containsKey(name) ? List.of(fixed.get(name)) : values);
        Optional<SpaceSection.Entry> batch = space.entry(Hyperparameters.BATCH_SIZE);
        List<Integer> sizes = batch.filter(entry -> !fixed.containsKey(Hyperparameters.BATCH_SIZE)).stream()
                .flatMap(entry -> entry.domain().extremes().stream())
                .map(size -> ((Number) size).intValue())
                .toList();
        String place = batch.map(entry -> problems.place(entry.at())).orElse("");
        return model.on(new Corners(extremes, sizes, place));
    }
}
