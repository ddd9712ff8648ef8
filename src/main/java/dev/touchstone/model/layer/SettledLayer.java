package dev.touchstone.model.layer;

/** A layer of a network under an assignment: no value of it is open. */
public sealed interface SettledLayer
        permits ActivationOnly,
                BatchNormalisation,
                Convolution,
                Dense,
                Dropout,
                Embedding,
                GlobalPooling,
                Output,
                Pooling,
                Recurrent,
                Residual,
                SelfAttention,
                SharedTowers {
    /**
     * What it makes of a row's shape.
     *
     * @throws Misfit when it cannot take such rows
     */
    RowShape output(RowShape input);

    /** Whether a sequence or an image goes into it as one vector. */
    default boolean isFlattening() {
        return false;
    }

    /** Whether it is the same for rows of every shape, so that what follows it decides how rows come. */
    default boolean isForAnyShape() {
        return false;
    }

    /** Whether DL4J makes it with SameDiff, which knows some initialisations only. */
    default boolean isOfSameDiff() {
        return false;
    }
}
