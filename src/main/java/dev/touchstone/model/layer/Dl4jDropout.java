package dev.touchstone.model.layer;

import org.deeplearning4j.nn.conf.dropout.AlphaDropout;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;

/** What DL4J calls a dropout. Apart from {@link Dropout}, so that a spec can be read without loading DL4J. */
final class Dl4jDropout {
    private Dl4jDropout() {}

    static IDropout of(Dropout dropout) {
        double kept = 1 - dropout.rate(); // which is what DL4J wants, of one kind apart
        return switch (dropout.kind()) {
            case STANDARD -> new org.deeplearning4j.nn.conf.dropout.Dropout(kept);
            case ALPHA -> new AlphaDropout(kept);
            case GAUSSIAN -> new GaussianDropout(dropout.rate());
            case SPATIAL -> new SpatialDropout(kept);
        };
    }
}
