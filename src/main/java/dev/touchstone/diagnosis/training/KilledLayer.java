package dev.touchstone.diagnosis.training;

import dev.touchstone.training.TrainingLook;
import java.util.List;
import java.util.Optional;

/** Finds a hidden layer that steps have killed. */
final class KilledLayer {
    /** Of the inputs: an initialisation keeps their scale from layer to layer (He et al. 2015). */
    private static final double GROWN = 2;

    private KilledLayer() {}

    /**
     * The name of one whose units all give 0 for every row of most looks, though at the first look what comes to it from the layer
     * before is larger than any initialisation leaves it: so large must the steps have been.
     */
    static Optional<String> of(TrialFacts facts) {
        return MostLooks.allDead(facts.looks())
                .filter(name -> comesGrown(facts.looks().get(0), name));
    }

    private static boolean comesGrown(TrainingLook look, String name) {
        List<TrainingLook.LayerLook> layers = look.layers();
        for (int i = 1; i < layers.size(); i++) {
            if (layers.get(i).name().equals(name)) {
                return layers.get(i - 1).activationScale() > GROWN * look.inputScale();
            }
        }
        return false;
    }
}
