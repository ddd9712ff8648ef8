package dev.touchstone.model.layer;

/**
 * A learnt vector for each value of a category, at each step of a sequence: the sum of the vectors of what is one-hot.
 *
 * @param units length of a vector
 * @param values how many features code one step where rows are a table's; 0 where rows are a sequence of one-hot codes
 */
public record Embedding(int units, int values) implements SettledLayer {
    @Override
    public RowShape output(RowShape input) {
        if (input instanceof RowShape.Sequence sequence && values == 0) {
            return sequence.withFirst(units);
        } else if (input instanceof RowShape.Vector vector && values > 0) {
            if (vector.features() % values != 0) {
                throw Misfit.of(input, "a whole number of one-hot codes of " + values + " values each; mend 'values'");
            }
            return new RowShape.Sequence(units, vector.features() / values);
        }
        throw values > 0
                ? Misfit.of(
                        input,
                        "[features] that are one-hot codes of " + values + " values; without 'values' a"
                                + " sequence of codes, [values, steps], is taken")
                : Misfit.of(
                        input,
                        "a sequence of one-hot codes, [values, steps]; 'values: N' takes a table's row as"
                                + " codes of N values each");
    }
}
