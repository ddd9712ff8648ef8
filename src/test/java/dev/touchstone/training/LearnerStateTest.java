package dev.touchstone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnerStateTest {
    private static final LearnerState STATE =
            new LearnerState(new float[] {1.5f, -0f, Float.MIN_VALUE, Float.NaN}, new float[] {3, 4}, 77);

    /** Where the header says how many parameters follow, little-endian. */
    private static final int PARAMETER_COUNT = 8;

    @Test
    void bytes_giveTheStateBack() {
        LearnerState back = LearnerState.fromBytes(STATE.toBytes());

        assertThat(back.parameters()).isEqualTo(STATE.parameters());
        assertThat(back.optimiser()).isEqualTo(STATE.optimiser());
        assertThat(back.iterations()).isEqualTo(77);
        assertThat(LearnerState.fromBytes(new LearnerState(new float[0], new float[0], 0).toBytes())
                        .parameters())
                .isEmpty();
    }

    @Test
    void everyCutOrLengthenedCheckpoint_isRefused() {
        byte[] whole = STATE.toBytes();

        for (int length = 0; length <= whole.length + 4; length++) {
            byte[] other = Arrays.copyOf(whole, length);
            if (length != whole.length) {
                assertThatThrownBy(() -> LearnerState.fromBytes(other)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, PARAMETER_COUNT, PARAMETER_COUNT + 3, PARAMETER_COUNT + 4, PARAMETER_COUNT + 7})
    void damagedHeader_isRefused(int at) {
        byte[] damaged = STATE.toBytes();
        damaged[at] ^= (byte) 0x80;

        assertThatThrownBy(() -> LearnerState.fromBytes(damaged)).isInstanceOf(IllegalArgumentException.class);
    }
}
