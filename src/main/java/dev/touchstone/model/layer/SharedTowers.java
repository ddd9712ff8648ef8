package dev.touchstone.model.layer;

/**
 * Parts of a row that go through the same layers, with the same weights (Bromley et al. 1993); what comes out is put
 * together again.
 *
 * @param inputs how many equal parts the first dimension of a row has; from 2
 */
public record SharedTowers(int inputs, LayerSequence tower) implements SettledLayer {
    @Override
    public RowShape output(RowShape input) {
        RowShape output = tower.output(part(input));
        return output.withFirst(Math.multiplyExact(output.dimensions().get(0), inputs));
    }

    /** The shape of one part. */
    RowShape part(RowShape input) {
        long first = input.dimensions().get(0);
        if (first % inputs != 0) {
            throw Misfit.of(input, "a first dimension that " + inputs + " inputs divide evenly");
        }
        return input.withFirst(first / inputs);
    }
}
