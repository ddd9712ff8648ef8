package dev.touchstone.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProbeLookTest {
    private static final double GUESSED = 1;
    private static final ProbeLook START = look(1.2, null);

    private static ProbeLook look(double loss, @Nullable Double error) {
        return new ProbeLook(loss, GUESSED, error, 1, List.of());
    }

    @Test
    void lossThatFallsALittle_countsWhereItIsMoreThanChance() {
        assertThat(look(0.97, 0.005).hasLowerLossThan(START)).isTrue();
        assertThat(look(0.97, 0.02).hasLowerLossThan(START)).isFalse();
        assertThat(look(0.97, null).hasLowerLossThan(START)).isFalse();
    }

    /** Of a few rows one may weigh more than all others. */
    @Test
    void lossThatFallsNotably_countsWhateverItsNoise() {
        assertThat(look(0.9, 0.2).hasLowerLossThan(START)).isTrue();
        assertThat(look(0.9, null).hasLowerLossThan(START)).isTrue();
    }

    @Test
    void lossThatIsNotLowerThanAtTheStart_doesNotCount() {
        assertThat(look(0.97, 0.005).hasLowerLossThan(look(0.97, 0.005))).isFalse();
    }

    @Test
    void lossThatIsNotFinite_doesNotCount() {
        assertThat(look(Double.NaN, Double.NaN).hasLowerLossThan(START)).isFalse();
    }
}
