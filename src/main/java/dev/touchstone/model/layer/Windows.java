package dev.touchstone.model.layer;

import java.util.List;

/**
 * Windows that slide over steps, or over height and width. Each list has one number for all dimensions, or one for each.
 *
 * @param kernel size of a window; from 1
 * @param stride how far it moves; from 1
 * @param dilation distance of the inputs that it looks at; 1 for neighbours
 */
public record Windows(List<Integer> kernel, List<Integer> stride, Padding padding, List<Integer> dilation) {
    /** The shape of what is found in the windows of a sequence or an image. */
    RowShape over(RowShape input, long filters) {
        if (input instanceof RowShape.Sequence sequence) {
            return new RowShape.Sequence(filters, count(sequence.steps(), 0, 1, input));
        } else if (input instanceof RowShape.Image image) {
            return new RowShape.Image(filters, count(image.height(), 0, 2, input), count(image.width(), 1, 2, input));
        }
        throw Misfit.ofOrder(input, "[features, steps] or [channels, height, width]");
    }

    int[] kernel(int dimensions) {
        return spread("kernel", kernel, dimensions);
    }

    int[] stride(int dimensions) {
        return spread("stride", stride, dimensions);
    }

    int[] dilation(int dimensions) {
        return spread("dilation", dilation, dimensions);
    }

    private long count(long length, int dimension, int dimensions, RowShape input) {
        int step = stride(dimensions)[dimension];
        if (padding.same()) {
            return (length + step - 1) / step;
        }
        long reach = (kernel(dimensions)[dimension] - 1L) * dilation(dimensions)[dimension] + 1;
        long padded = length + 2L * padding.amount();
        if (reach > padded) {
            String side = dimensions == 1 ? "steps" : dimension == 0 ? "height" : "width";
            throw Misfit.of(
                    input,
                    "a " + side + " of at least " + reach + " for its kernel"
                            + (padding.amount() > 0
                                    ? ", padding of " + padding.amount() + " on each side included"
                                    : "")
                            + "; use a smaller kernel or padding: same");
        }
        return (padded - reach) / step + 1;
    }

    private static int[] spread(String key, List<Integer> values, int dimensions) {
        if (values.size() > dimensions) {
            throw new Misfit(key + " " + values + " is for images, and rows are a sequence here; give one number");
        }
        return values.size() == dimensions
                ? values.stream().mapToInt(Integer::intValue).toArray()
                : new int[] {values.get(0), values.get(0)};
    }
}
