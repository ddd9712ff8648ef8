package dev.touchstone.data.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TargetAugmentationTest {
    private static final Task CLASSES = new Task.Classification(List.of("a", "b", "c"));

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    private static Rows apply(Augmentation augmentation, Rows rows, long seed) {
        return new Augmentations(List.of(augmentation)).apply(rows, new Seed(seed));
    }

    /** Rows whose first feature is their class, or number. */
    private static Rows classes() {
        return new Rows(2, new float[] {0, 9, 1, 8, 2, 7, 1, 6}, new int[] {0, 1, 2, 1});
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mixup_mixesClassesAsItMixesRows(long seed) {
        Rows mixed = apply(new Mixup(0.4, CLASSES), classes(), seed);

        Targets.Shares shares = (Targets.Shares) mixed.targets();
        for (int row = 0; row < 4; row++) {
            float[] own = {shares.numbers()[3 * row], shares.numbers()[3 * row + 1], shares.numbers()[3 * row + 2]};
            assertThat(own[0] + own[1] + own[2]).isEqualTo(1, within(1e-6f));
            // The feature that is the class is the classes' mean by the same shares.
            assertThat(mixed.numbers()[2 * row]).isEqualTo(own[1] + 2 * own[2], within(1e-5f));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mixup_mixesNumbersAsItMixesRows(long seed) {
        float[] numbers = {0, 10, 20, 30, 40};
        Rows rows = new Rows(1, numbers.clone(), new Targets.Values(numbers.clone()));

        Rows mixed = apply(new Mixup(1, new Task.Regression(0, 1)), rows, seed);

        assertThat(((Targets.Values) mixed.targets()).numbers()).containsExactly(mixed.numbers(), within(1e-4f));
        assertThat(((Targets.Values) rows.targets()).numbers()).isEqualTo(numbers);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mixup_mixesLabelsAsItMixesRows(long seed) {
        boolean[] flags = {true, false, false, true, true, true, false, false};
        Rows rows = new Rows(2, new float[] {1, 0, 0, 1, 1, 1, 0, 0}, new Targets.LabelSets(2, flags));

        Rows mixed = apply(new Mixup(0.4, new Task.MultiLabel(List.of("a", "b"))), rows, seed);

        Targets.Shares shares = (Targets.Shares) mixed.targets();
        assertThat(shares.numbers()).containsExactly(mixed.numbers(), within(1e-6f));
    }

    @Test
    void mixupOfASmallAlpha_mostlyMixesALittle() {
        double[] own = LongStream.range(0, 400)
                .mapToDouble(seed -> {
                    Rows rows = new Rows(1, new float[] {0, 1}, new int[] {0, 1});
                    float share = apply(new Mixup(0.2, CLASSES), rows, seed).numbers()[1];
                    return Math.min(share, 1 - share);
                })
                .toArray();

        // Of beta(0.2, 0.2), 61 % lie within 0.1 of an end; half of the batches of two leave each row with itself.
        long little = IntStream.range(0, 400).filter(i -> own[i] < 0.1).count();
        assertThat(little).isBetween(280L, 360L);
    }

    @Test
    void labelSmoothing_spreadsItsShare() {
        Rows smoothed = apply(new LabelSmoothing(0.3, 3), classes(), 1);

        assertThat(((Targets.Shares) smoothed.targets())
                        .select(new int[] {0, 2})
                        .numbers())
                .containsExactly(new float[] {0.8f, 0.1f, 0.1f, 0.1f, 0.1f, 0.8f}, within(1e-6f));
        assertThat(smoothed.numbers()).isEqualTo(classes().numbers());
    }

    @Test
    void mixupAndSmoothing_goTogetherInEitherOrder() {
        Augmentation mixup = new Mixup(0.4, CLASSES);
        Augmentation smoothing = new LabelSmoothing(0.3, 3);
        Rows both = new Augmentations(List.of(mixup, smoothing)).apply(classes(), new Seed(4));
        Rows other = apply(smoothing, apply(mixup, classes(), 4), 4);

        assertThat(((Targets.Shares) both.targets()).numbers())
                .containsExactly(((Targets.Shares) other.targets()).numbers(), within(1e-6f));
    }

    @Test
    void noAugmentation_givesTheBatchItself() {
        Rows rows = classes();

        assertThat(Augmentations.NONE.apply(rows, new Seed(1))).isSameAs(rows);
    }
}
