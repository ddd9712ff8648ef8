package dev.touchstone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void constantRate_staysTheSame() {
        for (long iteration : new long[] {0, 1, 99, 100}) {
            assertThat(Schedule.CONSTANT.at(0.3, iteration, 100)).isEqualTo(0.3);
        }
    }

    @Test
    void cosineRate_fallsFromTheTrialsToZero() {
        assertThat(Schedule.COSINE.at(0.3, 0, 100)).isEqualTo(0.3);
        assertThat(Schedule.COSINE.at(0.3, 50, 100)).isCloseTo(0.15, within(1e-12));
        assertThat(Schedule.COSINE.at(0.3, 100, 100)).isZero();
        for (int iteration = 0; iteration < 100; iteration++) {
            assertThat(Schedule.COSINE.at(0.3, iteration + 1, 100)).isLessThan(Schedule.COSINE.at(0.3, iteration, 100));
        }
    }
}
