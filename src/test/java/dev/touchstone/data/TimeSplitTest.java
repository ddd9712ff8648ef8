package dev.touchstone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.UserError;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSplitTest {
    private static final SpecColumn WEEK = new SpecColumn("week", "data.split.time on line 4 of the spec");

    private static Split split(double test, int gap, List<String> times) {
        SplitSpec spec = new SplitSpec(0.8 - test, 0.2, test, new SplitBy.Time(WEEK, gap), 1);
        int[] labels = new int[times.size()];
        Rows rows = new Rows(1, new float[labels.length], labels);
        return new Splitter(spec)
                .split(new Dataset(Column.numbers(List.of("x")), List.of(), List.of(1), rows, times, 0));
    }

    private static List<String> countingDown(int rows) {
        return IntStream.range(0, rows).mapToObj(row -> "" + (rows - row)).toList();
    }

    @Test
    void oldestRows_trainAndNewestTest() {
        Split split = split(0.2, 0, countingDown(10));

        assertThat(split.test()).containsExactly(0, 1);
        assertThat(split.validation()).containsExactly(2, 3);
        assertThat(split.train()).containsExactly(4, 5, 6, 7, 8, 9);
    }

    @ParameterizedTest
    @CsvSource({"0.2, 1, 14, 5, 5", "0.2, 3, 12, 4, 4", "0, 3, 18, 5, 0", "0, 0, 21, 5, 0"})
    void gap_isLeftOutBeforeEachLaterSplit(double test, int gap, int train, int validation, int tested) {
        List<String> times = IntStream.range(0, 26).mapToObj(Integer::toString).toList();

        Split split = split(test, gap, times);

        assertThat(split.train()).hasSize(train);
        assertThat(split.validation()).hasSize(validation).startsWith(train + gap);
        assertThat(split.test()).hasSize(tested);
        if (tested > 0) {
            assertThat(split.test()).startsWith(train + gap + validation + gap).endsWith(25);
        } else {
            assertThat(split.validation()).endsWith(25);
        }
    }

    @Test
    void rowsOfOneMoment_stayTogether() {
        List<String> times =
                IntStream.range(0, 30).mapToObj(row -> "" + row / 4).toList();

        Split split = split(0.2, 0, times);

        for (int cut : new int[] {split.validation()[0], split.test()[0]}) {
            assertThat(times.get(cut)).isNotEqualTo(times.get(cut - 1));
        }
    }

    @Test
    void dates_areOrderedByTheirTime() {
        Split split = split(
                0.2,
                0,
                List.of(
                        "2001-12-31T23:59:59Z",
                        "2001-12-31",
                        "2001-12-31T06:00:00",
                        "2002-01-01T00:30:00+02:00",
                        "1999-01-01"));

        assertThat(split.train()).containsExactly(1, 2, 4);
        assertThat(split.validation()).containsExactly(3);
        assertThat(split.test()).containsExactly(0);
    }

    @Test
    void numbersAmongDates_areRefused() {
        assertThatThrownBy(() -> split(0.2, 0, List.of("2001-12-31", "1999", "1998", "1997", "1996")))
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith("column 'week' holds plain numbers and dates, expected one of them");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 1000})
    void gapThatLeavesNothing_isRefusedWithTheGap(int gap) {
        assertThatThrownBy(() -> split(0.2, gap, countingDown(10)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("of 10 rows with a gap of " + gap + " rows is no row");
    }
}
