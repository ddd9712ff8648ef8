package dev.touchstone.model.layer;

/**
 * Ioffe and Szegedy (2015): each feature or channel is standardised by its mean and variance in the batch, in inference by
 * running ones, then scaled and shifted by what it learns.
 *
 * @param decay of the running mean and variance; 0 to below 1
 */
public record BatchNormalisation(double decay) implements SettledLayer {
    @Override
    public RowShape output(RowShape input) {
        return input;
    }
}
