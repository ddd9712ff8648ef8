package dev.touchstone.diagnosis.data;

import dev.touchstone.base.Seed;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Numbers as classes: of which fifth of them each is. The outermost fifths are unlike. */
final class Fifths {
    private static final int COUNT = 5;

    /** Of which neighbours are surest: half, for few rows are of the outermost fifths. */
    private static final double HALF = 0.5;

    private Fifths() {}

    /** Of rows as a neighbourhood has them; nothing where numbers are so few, or so many the same, that a fifth is empty. */
    static UnlikeLabels unlike(Neighbourhood neighbourhood, double[] numbers, Seed seed) {
        NeighbourVotes votes = NeighbourVotes.ofTrusted(neighbourhood, of(numbers), COUNT);
        if (DoubleStream.of(votes.shares()).anyMatch(share -> share == 0)) {
            return UnlikeLabels.NONE;
        }
        return SurestAnswers.of(votes, HALF, seed)
                .surest()
                .unlike(
                        (taken, given) -> Math.abs(taken - given) == COUNT - 1,
                        (taken, given) -> Math.abs(taken - given) > 1 && Math.abs(taken - given) < COUNT - 1);
    }

    private static int[] of(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return Arrays.stream(numbers)
                .mapToInt(number -> {
                    int fifth = 0;
                    while (fifth < COUNT - 1 && number > sorted[(fifth + 1) * sorted.length / COUNT]) {
                        fifth++;
                    }
                    return fifth;
                })
                .toArray();
    }
}
