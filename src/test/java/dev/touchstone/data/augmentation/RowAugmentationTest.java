package dev.touchstone.data.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowAugmentationTest {
    private static final Series SERIES = new Series(3, 16);
    private static final int WIDTH = SERIES.features() * SERIES.steps();
    private static final float BLANK = -7;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 25);
    }

    /** Of a size drawn from the seed, not square as a rule. */
    private static Grid grid(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Grid(random.nextInt(1, 4), random.nextInt(2, 12), random.nextInt(2, 12));
    }

    /** Three rows of different numbers from 1. */
    private static float[] rows(int width) {
        float[] features = new float[3 * width];
        for (int i = 0; i < features.length; i++) {
            features[i] = i + 1;
        }
        return features;
    }

    private static float[] filled(int count, float value) {
        float[] numbers = new float[count];
        Arrays.fill(numbers, value);
        return numbers;
    }

    private static float[] changed(RowAugmentation augmentation, float[] features, int from, long seed) {
        float[] copy = features.clone();
        augmentation.change(copy, from, new SplittableRandom(seed));
        return copy;
    }

    private static float pixel(Grid grid, float[] image, int channel, int y, int x) {
        return image[channel * grid.pixels() + y * grid.width() + x];
    }

    static Stream<RowAugmentation> augmentations() {
        Grid grid = new Grid(3, 4, 4);
        float[] blank = filled(WIDTH, BLANK);
        return Stream.of(
                new Shift(grid, 2, blank),
                new Crop(grid, 2),
                new Flip(grid, 1, 1),
                new Rotation(grid, 180, blank),
                new Erasing(grid, 0.3, blank),
                new Noise(WIDTH, 0.1),
                new TimeShift(SERIES, 4),
                new Scaling(SERIES, 0.2),
                new Masking(SERIES, 16, blank),
                new FeatureMasking(0.3, blank));
    }

    @ParameterizedTest
    @MethodSource("augmentations")
    void everyAugmentation_changesNothingButItsRow(RowAugmentation augmentation) {
        float[] rows = rows(WIDTH);
        int different = 0;
        for (long seed = 1; seed <= 25; seed++) {
            float[] after = changed(augmentation, rows, WIDTH, seed);
            assertThat(Arrays.copyOf(after, WIDTH)).isEqualTo(Arrays.copyOf(rows, WIDTH));
            assertThat(Arrays.copyOfRange(after, 2 * WIDTH, 3 * WIDTH))
                    .isEqualTo(Arrays.copyOfRange(rows, 2 * WIDTH, 3 * WIDTH));
            different += Arrays.equals(after, rows) ? 0 : 1;
        }
        assertThat(different).isGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("augmentations")
    void draws_dependOnNothingButTheSeed(RowAugmentation augmentation) {
        Augmentations all = new Augmentations(List.of(augmentation));
        Rows rows = new Rows(WIDTH, rows(WIDTH), new int[3]);
        Set<Integer> outcomes = new HashSet<>();
        for (long seed = 1; seed <= 25; seed++) {
            float[] first = all.apply(rows, new Seed(seed)).numbers();
            assertThat(all.apply(rows, new Seed(seed)).numbers()).isEqualTo(first);
            outcomes.add(Arrays.hashCode(first));
        }
        assertThat(rows.numbers()).isEqualTo(rows(WIDTH));
        assertThat(outcomes).hasSizeGreaterThan(augmentation instanceof Flip ? 0 : 15);
    }

    static Stream<RowAugmentation> idle() {
        Grid grid = new Grid(3, 4, 4);
        float[] blank = filled(WIDTH, BLANK);
        return Stream.of(
                new Shift(grid, 0, blank),
                new Crop(grid, 0),
                new Flip(grid, 0, 0),
                new Rotation(grid, 0, blank),
                new Erasing(grid, 0, blank),
                new Noise(WIDTH, 0),
                new TimeShift(SERIES, 0),
                new Scaling(SERIES, 0),
                new Masking(SERIES, 0, blank),
                new FeatureMasking(0, blank));
    }

    @ParameterizedTest
    @MethodSource("idle")
    void augmentationOfStrengthNought_leavesRowsAsTheyAre(RowAugmentation augmentation) {
        float[] rows = rows(WIDTH);

        assertThat(changed(augmentation, rows, 0, 5)).isEqualTo(rows);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shift_movesEveryPixelAlike(long seed) {
        Grid grid = grid(seed);
        float[] image = rows(grid.features());
        float[] after = changed(new Shift(grid, 3, filled(grid.features(), BLANK)), image, 0, seed);

        List<int[]> ways = IntStream.rangeClosed(-3, 3)
                .boxed()
                .flatMap(down -> IntStream.rangeClosed(-3, 3).mapToObj(right -> new int[] {down, right}))
                .filter(way -> isMoved(grid, image, after, way[0], way[1]))
                .toList();
        assertThat(ways).isNotEmpty();
    }

    private static boolean isMoved(Grid grid, float[] before, float[] after, int down, int right) {
        for (int channel = 0; channel < grid.channels(); channel++) {
            for (int y = 0; y < grid.height(); y++) {
                for (int x = 0; x < grid.width(); x++) {
                    float wanted =
                            grid.holds(y - down, x - right) ? pixel(grid, before, channel, y - down, x - right) : BLANK;
                    if (pixel(grid, after, channel, y, x) != wanted) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void crop_hasNeighboursOfTheImageOnly(long seed) {
        Grid grid = grid(seed);
        float[] image = rows(grid.features());
        float[] after = changed(new Crop(grid, 2), image, 0, seed);

        for (int channel = 0; channel < grid.channels(); channel++) {
            for (int y = 1; y < grid.height(); y++) {
                for (int x = 0; x < grid.width(); x++) {
                    float step = pixel(grid, after, channel, y, x) - pixel(grid, after, channel, y - 1, x);
                    assertThat(Math.abs(step)).isEqualTo(grid.width());
                    assertThat(pixel(grid, after, channel, y, x))
                            .isBetween(channel * grid.pixels() + 1f, (float) (channel + 1) * grid.pixels());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void flippingTwice_changesNothing(long seed) {
        Grid grid = grid(seed);
        float[] image = rows(grid.features());
        for (Flip flip : List.of(new Flip(grid, 1, 0), new Flip(grid, 0, 1), new Flip(grid, 1, 1))) {
            float[] once = changed(flip, image, 0, seed);

            assertThat(once).isNotEqualTo(image);
            assertThat(changed(flip, once, 0, seed)).isEqualTo(image);
        }
    }

    @Test
    void flip_mirrorsTheSideItSays() {
        Grid grid = new Grid(1, 2, 2);
        float[] image = {1, 2, 3, 4};

        assertThat(changed(new Flip(grid, 1, 0), image, 0, 1)).containsExactly(2, 1, 4, 3);
        assertThat(changed(new Flip(grid, 0, 1), image, 0, 1)).containsExactly(3, 4, 1, 2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rotationByAQuarter_movesPixelsExactly(long seed) {
        int size = 2 + (int) (seed % 9);
        Grid grid = new Grid(2, size, size);
        float[] image = rows(grid.features());
        float[] after = image.clone();
        new Rotation(grid, 90, filled(grid.features(), BLANK)).turn(after, 0, Math.PI / 2);

        for (int channel = 0; channel < 2; channel++) {
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    assertThat(pixel(grid, after, channel, y, x))
                            .isEqualTo(pixel(grid, image, channel, size - 1 - x, y), within(1e-3f));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rotationByHalfATurn_isBothFlips(long seed) {
        Grid grid = grid(seed);
        float[] image = rows(grid.features());
        float[] turned = image.clone();
        new Rotation(grid, 180, filled(grid.features(), BLANK)).turn(turned, 0, Math.PI);

        assertThat(turned).containsExactly(changed(new Flip(grid, 1, 1), image, 0, 1), within(1e-3f));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void erasing_blanksARectangleOfItsShare(long seed) {
        Grid grid = grid(seed);
        double share = new SplittableRandom(seed).nextDouble();
        float[] after =
                changed(new Erasing(grid, share, filled(grid.features(), BLANK)), rows(grid.features()), 0, seed);

        long blank = IntStream.range(0, grid.features())
                .filter(i -> after[i] == BLANK)
                .count();
        double wanted = share * grid.pixels();
        assertThat((double) blank / grid.channels()).isEqualTo(wanted, within(grid.height() / 2.0));
        assertThat(blank % grid.channels()).isZero();
    }

    @Test
    void noise_hasItsDeviation() {
        int width = 10_000;
        float[] after = changed(new Noise(width, 0.3), new float[width], 0, 3);

        double squares =
                IntStream.range(0, width).mapToDouble(i -> after[i] * after[i]).sum();
        assertThat(Math.sqrt(squares / width)).isEqualTo(0.3, within(0.01));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void timeShift_movesAllFeaturesAlikeAndRepeatsTheEnds(long seed) {
        float[] row = rows(WIDTH);
        float[] after = changed(new TimeShift(SERIES, 5), row, 0, seed);
        int steps = SERIES.steps();

        assertThat(IntStream.rangeClosed(-5, 5))
                .anyMatch(later -> IntStream.range(0, WIDTH).allMatch(i -> {
                    int step = Math.max(0, Math.min(steps - 1, i % steps - later));
                    return after[i] == row[i - i % steps + step];
                }));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void scaling_keepsTheCourseOfEachFeature(long seed) {
        float[] row = rows(WIDTH);
        float[] after = changed(new Scaling(SERIES, 0.2), row, 0, seed);

        for (int feature = 0; feature < SERIES.features(); feature++) {
            int first = feature * SERIES.steps();
            for (int i = first; i < first + SERIES.steps(); i++) {
                assertThat(after[i] / row[i]).isEqualTo(after[first] / row[first], within(1e-4f));
            }
        }
        assertThat(after[0] / row[0]).isNotEqualTo(after[SERIES.steps()] / row[SERIES.steps()]);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void masking_hidesTheSameStepsOfAllFeatures(long seed) {
        float[] after = changed(new Masking(SERIES, 6, filled(WIDTH, BLANK)), rows(WIDTH), 0, seed);

        int[] hidden = IntStream.range(0, SERIES.steps())
                .filter(step -> after[step] == BLANK)
                .toArray();
        assertThat(hidden).hasSizeLessThanOrEqualTo(6);
        assertThat(hidden)
                .isEqualTo(IntStream.range(0, hidden.length)
                        .map(i -> hidden[0] + i)
                        .toArray());
        for (int i = 0; i < WIDTH; i++) {
            int step = i % SERIES.steps();
            assertThat(after[i] == BLANK).isEqualTo(after[step] == BLANK);
        }
    }

    @Test
    void featureMasking_hidesItsShare() {
        int width = 10_000;
        float[] after = changed(new FeatureMasking(0.2, filled(width, BLANK)), new float[width], 0, 3);

        long hidden = IntStream.range(0, width).filter(i -> after[i] == BLANK).count();
        assertThat(hidden).isBetween(1850L, 2150L);
    }
}
