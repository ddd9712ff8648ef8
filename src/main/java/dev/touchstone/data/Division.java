package dev.touchstone.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What whoever divides train and validation rows anew has to respect. It says nothing of test rows, and no value of a column. */
public sealed interface Division {
    /** Each row stands by itself, as far as the spec says. */
    record Single() implements Division {}

    /** Rows were exchanged since they were divided, or an earlier Touchstone divided them and kept no word of it. */
    record Unknown() implements Division {}

    /**
     * Rows of one group stay together.
     *
     * @param train the group of each train row, a number that means nothing else
     * @param validation the same of the validation rows
     */
    @SuppressWarnings("ArrayRecordComponent") // as long as the rows, never compared
    record Groups(int[] train, int[] validation) implements Division {}

    /**
     * What is asked for is later than what was learnt.
     *
     * @param train the place of each train row's moment among those of train and validation rows; earlier ones are smaller
     * @param validation the same of the validation rows
     * @param gap how many rows are left out between what is learnt and what is asked for
     */
    @SuppressWarnings("ArrayRecordComponent") // as long as the rows, never compared
    record Times(int[] train, int[] validation, int gap) implements Division {}

    /** @param cells of the column that decided, by row; none where chance did */
    static Division of(SplitBy by, List<String> cells, Split split) {
        if (by instanceof SplitBy.Group) {
            Map<String, Integer> numbers = new HashMap<>();
            int[] train = numbered(cells, split.train(), numbers);
            return new Groups(train, numbered(cells, split.validation(), numbers));
        } else if (by instanceof SplitBy.Time time) {
            double[] train = moments(cells, split.train());
            double[] validation = moments(cells, split.validation());
            double[] all = Stream.of(train, validation)
                    .flatMapToDouble(Arrays::stream)
                    .sorted()
                    .distinct()
                    .toArray();
            return new Times(places(train, all), places(validation, all), time.gap());
        }
        return new Single();
    }

    private static int[] numbered(List<String> cells, int[] rows, Map<String, Integer> numbers) {
        return IntStream.of(rows)
                .map(row -> numbers.computeIfAbsent(cells.get(row), unseen -> numbers.size()))
                .toArray();
    }

    private static double[] moments(List<String> cells, int[] rows) {
        return IntStream.of(rows)
                .mapToDouble(row -> Moment.parse(cells.get(row)).orElseThrow().value())
                .toArray();
    }

    private static int[] places(double[] moments, double[] all) {
        return Arrays.stream(moments)
                .mapToInt(moment -> Arrays.binarySearch(all, moment))
                .toArray();
    }
}
