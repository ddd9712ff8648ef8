package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.training.NoiseScale;

/** The gradient noise scale of a training, as what is said of its batches goes by. */
final class BatchNoise {
    private BatchNoise() {}

    /** In rows; NaN where no look measured it. */
    static double of(TrialFacts facts) {
        return NoiseScale.over(facts.looks());
    }

    /** Evidence with it, where it was measured. */
    static Evidence beside(TrialFacts facts, Evidence evidence) {
        double scale = of(facts);
        return Double.isNaN(scale) ? evidence : evidence.with("gradient-noise-scale", scale);
    }
}
