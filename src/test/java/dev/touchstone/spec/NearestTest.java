package dev.touchstone.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> NAMES = List.of("train", "validation", "test", "seed", "lr");

    @ParameterizedTest
    @CsvSource({"trian, train", "Train, train", "validaton, validation", "tets, test", "sed, seed"})
    void slip_findsTheNameThatWasMeant(String typed, String meant) {
        assertThat(Nearest.to(typed, NAMES)).contains(meant);
        assertThat(Nearest.hint(typed, NAMES)).isEqualTo("; did you mean '" + meant + "'?");
    }

    @ParameterizedTest
    @CsvSource({"pruner", "''", "xy", "t"})
    void anotherWord_findsNothing(String typed) {
        assertThat(Nearest.to(typed, NAMES)).isEmpty();
        assertThat(Nearest.hint(typed, NAMES)).isEmpty();
    }

    @Test
    void veryLongWord_costsNothing() {
        assertThat(Nearest.to("x".repeat(1_000_000), NAMES)).isEmpty();
    }
}
