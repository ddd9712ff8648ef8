package dev.touchstone.model.layer;

import org.jspecify.annotations.Nullable;

/**
 * A layer where it stands.
 *
 * @param name of it among all layers of the network, such as {@code 2.0} for the first in the third one
 * @param place for messages
 * @param initialisation null when its activation decides
 * @param frozen whether training leaves its weights as they are drawn
 */
public record PlacedLayer(
        String name,
        String place,
        SettledLayer layer,
        @Nullable Initialisation initialisation,
        boolean frozen) {
    /**
     * What it makes of a row's shape.
     *
     * @throws Misfit with the place, when it cannot take such rows
     */
    RowShape output(RowShape input) {
        try {
            if (initialisation != null && layer.isOfSameDiff() && !initialisation.isForSameDiff()) {
                throw new Misfit("cannot be initialised by " + initialisation.specName()
                        + " in DL4J; use xavier, he or lecun, uniform or not, or zero");
            }
            return layer.output(input);
        } catch (Misfit misfit) {
            throw misfit.at(place);
        } catch (ArithmeticException e) {
            throw new Misfit("gets rows of shape " + input.words() + ", and what it gives is too large to count")
                    .at(place);
        }
    }

    /** Another layer in its place. */
    PlacedLayer with(SettledLayer other) {
        return new PlacedLayer(name, place, other, initialisation, frozen);
    }
}
