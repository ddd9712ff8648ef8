package dev.touchstone.model.layer;

/**
 * Dot-product attention of a sequence to itself (Vaswani et al. 2017).
 *
 * @param units features of each step of what it gives
 * @param heads that share them evenly
 */
public record SelfAttention(int units, int heads) implements SettledLayer {
    @Override
    public RowShape output(RowShape input) {
        if (!(input instanceof RowShape.Sequence sequence)) {
            throw Misfit.ofOrder(input, "[features, steps]");
        }
        if (units % heads != 0) {
            throw new Misfit("has " + units + " units for " + heads + " heads; they must share them evenly");
        }
        return sequence.withFirst(units);
    }

    @Override
    public boolean isOfSameDiff() {
        return true;
    }
}
