package dev.touchstone.model.layer;

/** He et al. (2016): what its layers make of a row is added to the row, which is projected where the shapes differ. */
public record Residual(LayerSequence branch) implements SettledLayer {
    @Override
    public RowShape output(RowShape input) {
        RowShape output = branch.output(input);
        if (!output.equals(input)) {
            stride(input, output);
        }
        return output;
    }

    @Override
    public boolean isFlattening() {
        return branch.isFlattening();
    }

    /**
     * How far a projection by windows of one place moves so that it gives the shape of the branch: one number for each
     * dimension after the first.
     *
     * @throws Misfit when none does
     */
    int[] stride(RowShape input, RowShape output) {
        int dimensions = input.dimensions().size();
        if (output.dimensions().size() != dimensions) {
            throw unlike(input, output);
        }
        int[] stride = new int[dimensions - 1];
        for (int i = 1; i < dimensions; i++) {
            long from = input.dimensions().get(i);
            long to = output.dimensions().get(i);
            long step = (from + to - 1) / to;
            if ((from + step - 1) / step != to) {
                throw unlike(input, output);
            }
            stride[i - 1] = Math.toIntExact(step);
        }
        return stride;
    }

    private static Misfit unlike(RowShape input, RowShape output) {
        return new Misfit("gets rows of shape " + input.words() + " and its layers end in " + output.words()
                + ": no projection makes the one of the other, so they cannot be added; padding: same keeps a shape");
    }
}
