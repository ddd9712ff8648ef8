package dev.touchstone.model.layer;

/**
 * A fully connected layer.
 *
 * @param normalised whether what goes into the activation is standardised over the units of a row (Ba et al. 2016)
 */
public record Dense(int units, ActivationFunction activation, boolean normalised) implements SettledLayer {
    @Override
    public RowShape output(RowShape input) {
        if (units == 1 && activation == ActivationFunction.SOFTMAX) {
            throw new Misfit("has one unit with softmax, which is always 1; use sigmoid or more units");
        }
        return new RowShape.Vector(units);
    }

    @Override
    public boolean isFlattening() {
        return true;
    }
}
