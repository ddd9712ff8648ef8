package dev.touchstone.ensemble;

import dev.touchstone.spec.SpecName;

/** Where the members of an ensemble come from. */
public enum Way {
    /** The best different trials, chosen greedily with replacement (Caruana et al. 2004, ICML). */
    TRIALS,
    /** One trial's configuration, trained with several seeds (Lakshminarayanan, Pritzel and Blundell 2017, NeurIPS). */
    SEEDS,
    /** The networks that one training had at the ends of its last epochs. */
    CHECKPOINTS,
    /** One network whose weights are the mean of those of the last epochs (Izmailov et al. 2018, UAI). */
    WEIGHTS;

    /** The way as commands and documents name it. */
    public String specName() {
        return SpecName.of(this);
    }
}
