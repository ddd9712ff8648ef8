package dev.touchstone.model.layer;

/** One value for each feature of a sequence, or channel of an image. */
public record GlobalPooling(PoolingKind kind) implements SettledLayer {
    @Override
    public RowShape output(RowShape input) {
        if (input instanceof RowShape.Vector) {
            throw Misfit.ofOrder(input, "[features, steps] or [channels, height, width]");
        }
        return new RowShape.Vector(input.dimensions().get(0));
    }
}
