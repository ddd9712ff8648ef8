package dev.touchstone.model.layer;

import java.util.List;

/** The dimensions of one row on its way through a network. */
public sealed interface RowShape {
    List<Long> dimensions();

    /** How many numbers it has. */
    default long size() {
        return dimensions().stream().reduce(1L, Math::multiplyExact);
    }

    /** In words, such as {@code [1, 28, 28]}. */
    default String words() {
        return dimensions().toString();
    }

    /** The shape of prepared rows: of one dimension a vector, of two a sequence, of three an image; of more, flat. */
    static RowShape of(List<Integer> dimensions) {
        return switch (dimensions.size()) {
            case 2 -> new Sequence(dimensions.get(0), dimensions.get(1));
            case 3 -> new Image(dimensions.get(0), dimensions.get(1), dimensions.get(2));
            default ->
                new Vector(dimensions.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact));
        };
    }

    /** The shape with another first dimension: features or channels, which layers call units or filters. */
    RowShape withFirst(long first);

    /** Numbers without an order. */
    record Vector(long features) implements RowShape {
        @Override
        public List<Long> dimensions() {
            return List.of(features);
        }

        @Override
        public RowShape withFirst(long first) {
            return new Vector(first);
        }
    }

    /** Features of each of some steps. */
    record Sequence(long features, long steps) implements RowShape {
        @Override
        public List<Long> dimensions() {
            return List.of(features, steps);
        }

        @Override
        public RowShape withFirst(long first) {
            return new Sequence(first, steps);
        }
    }

    /** Channels of a picture. */
    record Image(long channels, long height, long width) implements RowShape {
        @Override
        public List<Long> dimensions() {
            return List.of(channels, height, width);
        }

        @Override
        public RowShape withFirst(long first) {
            return new Image(first, height, width);
        }
    }
}
