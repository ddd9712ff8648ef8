package dev.touchstone.training;

import static dev.touchstone.training.SmallTask.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShuffleTest {
    private static final Shuffle SHUFFLE = new Shuffle(rows(103, 1), 16, new Seed(7));

    @ParameterizedTest(name = "{0} rows in batches of {1}")
    @CsvSource({"103, 16, 7, 7", "96, 16, 6, 16", "5, 16, 1, 5", "4, 1, 4, 1"})
    void eachRow_comesOnceAnEpochAndTheLastBatchMayBeSmaller(int rows, int size, int batches, int last) {
        Shuffle shuffle = new Shuffle(numbered(rows), size, new Seed(3));
        int[] order = shuffle.order(2);
        List<Float> seen = new ArrayList<>();
        for (int batch = 0; batch < shuffle.batchesAnEpoch(); batch++) {
            Rows dealt = shuffle.batch(order, batch);
            assertThat(dealt.count()).isEqualTo(batch < batches - 1 ? size : last);
            for (int row = 0; row < dealt.count(); row++) {
                assertThat(dealt.labels()[row]).isEqualTo((int) dealt.numbers()[row]);
                seen.add(dealt.numbers()[row]);
            }
        }

        assertThat(shuffle.batchesAnEpoch()).isEqualTo(batches);
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, rows).mapToObj(row -> (float) row).toList());
    }

    /** Rows whose one feature and label are their number. */
    private static Rows numbered(int count) {
        float[] features = new float[count];
        int[] labels = new int[count];
        for (int row = 0; row < count; row++) {
            features[row] = row;
            labels[row] = row;
        }
        return new Rows(1, features, labels);
    }

    @Test
    void order_differsByEpochAndBySeed() {
        assertThat(SHUFFLE.order(1)).isNotEqualTo(SHUFFLE.order(2));
        assertThat(SHUFFLE.order(1)).isNotEqualTo(new Shuffle(SHUFFLE.rows(), 16, new Seed(8)).order(1));
    }

    @Test
    void order_isTheSameForTheSameSeedAndEpochWhateverWasAskedBefore() {
        Shuffle fresh = new Shuffle(rows(103, 2), 5, new Seed(7));

        assertThat(fresh.order(9)).isEqualTo(SHUFFLE.order(9));
    }

    @Test
    void everyRow_comesFirstAboutEquallyOften() {
        int[] first = new int[10];
        Shuffle shuffle = new Shuffle(numbered(10), 3, new Seed(5));
        for (int epoch = 0; epoch < 5_000; epoch++) {
            first[shuffle.order(epoch)[0]]++;
        }

        // 500 are expected of each; their standard deviation is 21.
        assertThat(first).hasSize(10);
        assertThat(Arrays.stream(first).min().orElseThrow()).isGreaterThan(500 - 105);
        assertThat(Arrays.stream(first).max().orElseThrow()).isLessThan(500 + 105);
    }
}
