package dev.touchstone.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DividedRowsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 50, 51, 1000})
    void rowsDividedWhereTheyAre_areTheRowsOfTheirSplits(int count) {
        SplittableRandom random = new Seed(count).random();
        int width = random.nextInt(1, 5);
        float[] features = new float[count * width];
        int[] labels = new int[count];
        int[] destination = new int[count];
        for (int row = 0; row < count; row++) {
            for (int feature = 0; feature < width; feature++) {
                features[row * width + feature] = 10 * row + feature;
            }
            labels[row] = row;
            destination[row] = random.nextInt(4); // the last is a gap
        }
        Split split = Split.of(destination);
        Rows untouched = new Rows(width, features.clone(), labels);

        DividedRows divided = DividedRows.of(new Rows(width, features, labels), split);

        assertSame(divided.train(), untouched.select(split.train()));
        assertSame(divided.validation(), untouched.select(split.validation()));
        assertSame(divided.test(), untouched.select(split.test()));
    }

    private static void assertSame(Rows divided, Rows expected) {
        assertThat(divided.numbers()).containsExactly(expected.numbers());
        assertThat(divided.labels()).containsExactly(expected.labels());
    }
}
