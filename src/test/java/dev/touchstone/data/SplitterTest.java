package dev.touchstone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.base.Seed;
import dev.touchstone.base.UserError;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitterTest {
    private static final int RANDOM_CASES = 100;

    /** Labels and a spec drawn from a seed: 2 to 12 classes of very different sizes, any shares. */
    @SuppressWarnings("ArrayRecordComponent") // drawn and read, never compared
    record Case(long seed, int[] labels, boolean stratify, SplitSpec spec) {
        static Case of(long seed, boolean stratify) {
            SplittableRandom random = new Seed(seed).random();
            int classes = random.nextInt(2, 13);
            int[] labels = IntStream.range(0, random.nextInt(60, 600))
                    .map(row -> Math.min(random.nextInt(classes), random.nextInt(classes)))
                    .toArray();
            double validation = random.nextDouble(0.05, 0.3);
            double test = random.nextBoolean() ? 0 : random.nextDouble(0.05, 0.3);
            return new Case(
                    seed,
                    labels,
                    stratify,
                    new SplitSpec(1 - validation - test, validation, test, stratify, random.nextLong()));
        }

        Split split() {
            return SplitterTest.split(spec, labels);
        }

        @Override
        public String toString() {
            return "seed " + seed + ", " + spec;
        }
    }

    static Stream<Case> cases() {
        return LongStream.range(0, RANDOM_CASES)
                .boxed()
                .flatMap(seed -> Stream.of(Case.of(seed, true), Case.of(seed, false)));
    }

    static Stream<Case> stratified() {
        return cases().filter(drawn -> drawn.stratify());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyRow_isInExactlyOneSplit(Case drawn) {
        Split split = drawn.split();
        int[] all = Stream.of(split.train(), split.validation(), split.test())
                .flatMapToInt(IntStream::of)
                .sorted()
                .toArray();
        assertThat(all).isEqualTo(IntStream.range(0, drawn.labels().length).toArray());
    }

    @ParameterizedTest
    @MethodSource("stratified")
    void everyClass_isDividedByTheSharesWithinOneRow(Case drawn) {
        Split split = drawn.split();
        for (int label = 0; label < 12; label++) {
            long rows = count(
                    drawn, label, IntStream.range(0, drawn.labels().length).toArray());
            assertThat((double) count(drawn, label, split.train()))
                    .isCloseTo(drawn.spec().train() * rows, within(1.0));
            assertThat((double) count(drawn, label, split.validation()))
                    .isCloseTo(drawn.spec().validation() * rows, within(1.0));
            assertThat((double) count(drawn, label, split.test()))
                    .isCloseTo(drawn.spec().test() * rows, within(1.0));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void totals_areTheSharesWithinTwoRows(Case drawn) {
        Split split = drawn.split();
        int rows = drawn.labels().length;
        assertThat((double) split.train().length).isCloseTo(drawn.spec().train() * rows, within(2.0));
        assertThat((double) split.validation().length).isCloseTo(drawn.spec().validation() * rows, within(2.0));
        assertThat((double) split.test().length).isCloseTo(drawn.spec().test() * rows, within(2.0));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sameSeed_givesTheSameSplitInAscendingOrder(Case drawn) {
        Split split = drawn.split();
        assertThat(split).usingRecursiveComparison().isEqualTo(drawn.split());
        assertThat(split.train()).isSorted();
        assertThat(split.validation()).isSorted();
        assertThat(split.test()).isSorted();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anotherSeed_givesAnotherSplitOfTheSameSizes(Case drawn) {
        SplitSpec spec = drawn.spec();
        SplitSpec reseeded = new SplitSpec(spec.train(), spec.validation(), spec.test(), spec.by(), spec.seed() + 1);
        Split split = drawn.split();
        Split other = split(reseeded, drawn.labels());
        assertThat(other.train()).isNotEqualTo(split.train()).hasSameSizeAs(split.train());
        assertThat(other.validation()).isNotEqualTo(split.validation()).hasSameSizeAs(split.validation());
    }

    @Test
    void manySmallClasses_doNotAddUpTheirRounding() {
        int[] labels = IntStream.range(0, 1000).map(row -> row / 10).toArray();
        Split split = split(new SplitSpec(0.7, 0.15, 0.15, true, 1), labels);
        assertThat(split.train()).hasSize(700);
        assertThat(split.validation()).hasSize(150);
        assertThat(split.test()).hasSize(150);
    }

    @Test
    void classOfOneRow_isInTrain() {
        int[] labels = IntStream.range(0, 100).map(row -> row == 42 ? 1 : 0).toArray();
        for (long seed = 0; seed < 20; seed++) {
            assertThat(split(new SplitSpec(0.6, 0.2, 0.2, true, seed), labels).train())
                    .contains(42);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void splitWithoutARow_isRefused(boolean stratify) {
        assertThatThrownBy(() -> split(new SplitSpec(0.98, 0.01, 0.01, stratify, 1), 0, 1, 0, 1))
                .isInstanceOf(UserError.class)
                .hasMessage("data: split: validation: a share of 0.01 of 4 rows is no row,"
                        + " expected more rows or a larger share");
    }

    @Test
    void shareOfZero_leavesTestEmpty() {
        Split split = split(new SplitSpec(0.75, 0.25, 0, true, 1), 0, 0, 0, 0, 1, 1, 1, 1);
        assertThat(split.train()).hasSize(6);
        assertThat(split.test()).isEmpty();
    }

    private static Split split(SplitSpec spec, int... labels) {
        Rows rows = new Rows(1, new float[labels.length], labels);
        return new Splitter(spec).split(new Dataset(List.of("x"), List.of(), List.of(1), rows));
    }

    private static long count(Case drawn, int label, int[] rows) {
        return IntStream.of(rows).filter(row -> drawn.labels()[row] == label).count();
    }
}
