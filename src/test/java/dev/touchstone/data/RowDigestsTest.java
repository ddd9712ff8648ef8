package dev.touchstone.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowDigestsTest {
    private static final Column NUMBER = new Column("weight", Column.Kind.NUMBER, List.of(), 1, 1);
    private static final Column COLOUR = colours("blue", "red");

    @Test
    void place_targetAndNames_doNotCount() {
        byte[] here = digest(List.of(NUMBER, COLOUR), 0, 1.5f, 1);
        Column renamed = new Column("mass", Column.Kind.NUMBER, List.of(), 1, 0);

        assertThat(digest(List.of(renamed, colours("amber", "blue", "red")), 1, 1.5f, 2))
                .isEqualTo(here);
        assertThat(digest(List.of(NUMBER, COLOUR), 0, 1.5f, 0)).isNotEqualTo(here);
        assertThat(digest(List.of(NUMBER, COLOUR), 0, 2.5f, 1)).isNotEqualTo(here);
    }

    @Test
    void missingCell_isLikeNoOther() {
        assertThat(digest(List.of(NUMBER, COLOUR), 0, Float.NaN, 1))
                .isNotEqualTo(digest(List.of(NUMBER, COLOUR), 0, 0, 1))
                .isEqualTo(digest(List.of(NUMBER, COLOUR), 0, Float.intBitsToFloat(0x7fc00123), 1));
        assertThat(digest(List.of(NUMBER, COLOUR), 0, -0f, 1)).isEqualTo(digest(List.of(NUMBER, COLOUR), 0, 0f, 1));
    }

    @Test
    void rows_haveDigestsOfTheirOwnInTheirOrder() {
        Rows rows = new Rows(1, new float[] {1, 2, 1}, new int[] {0, 1, 1});
        byte[] digests = RowDigests.of(Column.numbers(List.of("weight")), rows);

        assertThat(digests).hasSize(3 * RowDigests.BYTES);
        assertThat(Arrays.copyOfRange(digests, 0, 16))
                .isEqualTo(Arrays.copyOfRange(digests, 32, 48))
                .isNotEqualTo(Arrays.copyOfRange(digests, 16, 32));
    }

    private static byte[] digest(List<Column> columns, int label, float weight, float colour) {
        return RowDigests.of(columns, new Rows(2, new float[] {weight, colour}, new int[] {label}));
    }

    private static Column colours(String... values) {
        return new Column("colour", Column.Kind.CATEGORY, List.of(values), 1, 0);
    }
}
