package dev.touchstone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.base.Seed;
import dev.touchstone.base.UserError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GroupSplitTest {
    private static final SpecColumn SPEAKER = new SpecColumn("speaker", "data.split.group on line 4 of the spec");

    /** Groups of very different sizes and shares drawn from a seed. */
    record Case(List<String> groups, SplitSpec spec) {
        static Case of(long seed) {
            SplittableRandom random = new Seed(seed).random();
            int groups = random.nextInt(3, 30);
            List<String> rows = new ArrayList<>();
            IntStream.range(0, groups).forEach(group -> rows.add("g" + group));
            IntStream.range(0, random.nextInt(400))
                    .forEach(row -> rows.add("g" + Math.min(random.nextInt(groups), random.nextInt(groups))));
            double validation = random.nextDouble(0.05, 0.3);
            double test = random.nextBoolean() ? 0 : random.nextDouble(0.05, 0.3);
            return new Case(
                    rows, new SplitSpec(1 - validation - test, validation, test, new SplitBy.Group(SPEAKER), seed));
        }

        Split split() {
            return new GroupSplit(spec, SPEAKER).split(groups);
        }

        Set<String> groupsOf(int[] rows) {
            return IntStream.of(rows).mapToObj(groups::get).collect(Collectors.toSet());
        }
    }

    static Stream<Case> cases() {
        return LongStream.range(0, 100).mapToObj(Case::of);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noGroup_isInTwoSplitsAndNoneIsLeftOut(Case drawn) {
        Split split = drawn.split();
        Set<String> all = new HashSet<>(drawn.groupsOf(split.train()));
        for (int[] rows : List.of(split.validation(), split.test())) {
            Set<String> groups = drawn.groupsOf(rows);
            assertThat(Collections.disjoint(all, groups)).isTrue();
            all.addAll(groups);
        }
        assertThat(split.train().length + split.validation().length + split.test().length)
                .isEqualTo(drawn.groups().size());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everySplitWithAShare_hasAGroup(Case drawn) {
        Split split = drawn.split();
        assertThat(split.train()).isNotEmpty();
        assertThat(split.validation()).isNotEmpty();
        assertThat(split.test().length > 0).isEqualTo(drawn.spec().test() > 0);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shares_areMissedByTheLargestGroupAtMostTwice(Case drawn) {
        int largest = drawn.groups().stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.summingInt(row -> 1)))
                .values()
                .stream()
                .max(Integer::compare)
                .orElseThrow();
        double wanted = drawn.spec().validation() * drawn.groups().size();
        assertThat((double) drawn.split().validation().length).isCloseTo(wanted, within(2.0 * largest));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void orderOfRows_doesNotDecide(Case drawn) {
        List<String> reversed = new ArrayList<>(drawn.groups());
        Collections.reverse(reversed);
        Case other = new Case(reversed, drawn.spec());

        assertThat(drawn.split()).usingRecursiveComparison().isEqualTo(drawn.split());
        assertThat(other.groupsOf(other.split().validation()))
                .isEqualTo(drawn.groupsOf(drawn.split().validation()));
    }

    @Test
    void groupsOfOneSize_goToOtherSplitsUnderAnotherSeed() {
        List<String> groups =
                IntStream.range(0, 60).mapToObj(row -> "g" + row / 4).toList();
        Map<Boolean, Long> first = LongStream.range(0, 40)
                .mapToObj(seed -> new Case(groups, new SplitSpec(0.6, 0.2, 0.2, new SplitBy.Group(SPEAKER), seed)))
                .collect(Collectors.partitioningBy(
                        drawn -> drawn.groupsOf(drawn.split().train()).contains("g0"), Collectors.counting()));

        assertThat(first.get(true)).isBetween(10L, 38L);
    }

    @Test
    void vowelsBySpeaker_areDividedByTheSharesWhole() {
        SplitSpec split = new SplitSpec(0.6, 0.2, 0.2, new SplitBy.Group(SPEAKER), 7);
        PreparedData data = DataPreparation.prepare(
                        new DataSpec(RealData.vowel(), List.of(), split, Normalisation.STANDARDISE))
                .data();

        assertThat(data.train().count()).isEqualTo(9 * 66);
        assertThat(data.validation().count()).isEqualTo(3 * 66);
        assertThat(data.testRows()).isEqualTo(3 * 66);
        assertThat(data.notes()).containsExactly("groups of speaker: 9 in train, 3 in validation, 3 in test");
        assertThat(data.featureNames()).containsExactly("f0", "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8");
    }

    @Test
    void fewerGroupsThanSplits_areRefused() {
        Case two = new Case(List.of("a", "b", "b"), new SplitSpec(0.6, 0.2, 0.2, new SplitBy.Group(SPEAKER), 1));

        assertThatThrownBy(two::split)
                .isInstanceOf(UserError.class)
                .hasMessage("data.split.group on line 4 of the spec: column 'speaker' has 2 groups,"
                        + " expected at least 3, one for each split");
    }
}
