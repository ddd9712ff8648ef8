package dev.touchstone.model.layer;

/** An activation function without weights. */
public record ActivationOnly(ActivationFunction activation) implements SettledLayer {
    @Override
    public RowShape output(RowShape input) {
        return input;
    }

    @Override
    public boolean isForAnyShape() {
        return true;
    }
}
