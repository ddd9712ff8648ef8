package dev.touchstone.diagnosis.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows of which 900 are given to the class that they are taken for, and 100 to another. */
class ScatteredLabelsTest {
    private static final int ROWS = 1000;
    private static final int OTHERS = 100;

    private final SplittableRandom random = new SplittableRandom(1);

    private double share(IntToDoubleFunction votesForTheOther) {
        int[] labels = IntStream.range(0, ROWS).map(row -> row < OTHERS ? 1 : 0).toArray();
        double[][] probabilities = IntStream.range(0, ROWS)
                .mapToDouble(votesForTheOther)
                .mapToObj(votes -> new double[] {1 - votes, votes})
                .toArray(double[][]::new);
        return ScatteredLabels.share(new int[ROWS], new NeighbourVotes(labels, probabilities));
    }

    @Test
    void labelsThatStandAnywhere_areScattered() {
        assertThat(share(row -> random.nextInt(4) / 10.0)).isGreaterThan(0.8);
        assertThat(share(row -> 0)).isGreaterThan(0.8);
    }

    @Test
    void labelsThatStandWhereClassesMeet_areNot() {
        assertThat(share(row -> row < OTHERS ? 0.4 : random.nextInt(4) / 10.0)).isLessThan(0.2);
    }

    @Test
    void fewOfThem_showNothing() {
        int[] confident = new int[ROWS];
        int[] labels = new int[ROWS];
        labels[0] = 1;
        double[][] votes = new double[ROWS][2];
        Arrays.fill(votes, new double[] {1, 0});

        assertThat(ScatteredLabels.share(confident, new NeighbourVotes(labels, votes)))
                .isZero();
        assertThat(ScatteredLabels.share(confident, new NeighbourVotes(new int[ROWS], votes)))
                .isZero();
    }
}
