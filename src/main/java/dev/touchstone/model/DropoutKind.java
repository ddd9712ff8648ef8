package dev.touchstone.model;

import dev.touchstone.spec.SpecName;
import org.deeplearning4j.nn.conf.dropout.AlphaDropout;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;

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

    /** @param rate above 0, below 1 */
    IDropout inDl4j(double rate) {
        double kept = 1 - rate; // which is what DL4J wants, of one kind apart
        return switch (this) {
            case STANDARD -> new Dropout(kept);
            case ALPHA -> new AlphaDropout(kept);
            case GAUSSIAN -> new GaussianDropout(rate);
            case SPATIAL -> new SpatialDropout(kept);
        };
    }
}
