package dev.touchstone.model.layer;

import dev.touchstone.spec.SpecName;

/** How a dropout layer drops. */
public enum DropoutKind {
    /** Each input becomes 0, or is scaled up (Srivastava et al. 2014). */
    STANDARD,
    /** Each input takes the value that selu tends to, and mean and variance are kept (Klambauer et al. 2017). */
    ALPHA,
    /** Each input is multiplied by a normal number around 1 of the variance of standard dropout (Srivastava et al. 2014). */
    GAUSSIAN,
    /** As standard, whole channels at once (Tompson et al. 2015). */
    SPATIAL;

    public String specName() {
        return SpecName.of(this);
    }
}
