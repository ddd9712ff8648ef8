package dev.touchstone.model;

import dev.touchstone.space.SpaceSection;
import java.util.List;

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
}
