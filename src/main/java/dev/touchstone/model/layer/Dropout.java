package dev.touchstone.model.layer;

/**
 * Changes some of its inputs while training.
 *
 * @param rate share of the inputs that are dropped; 0 (nothing) to below 1
 */
public record Dropout(double rate, DropoutKind kind) implements SettledLayer {
    @Override
    public RowShape output(RowShape input) {
        if (kind == DropoutKind.SPATIAL && input instanceof RowShape.Vector) {
            throw new Misfit("spatial dropout drops whole channels of an image or features of a sequence, and gets "
                    + input.words() + "; use standard");
        }
        return input;
    }

    @Override
    public boolean isForAnyShape() {
        return true;
    }
}
