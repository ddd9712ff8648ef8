package dev.touchstone.data.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LooksTest {
    /** The quantiles are those of a printed table of the normal distribution: 1.960, 2.241, 2.394, 2.576 and 3.291. */
    @ParameterizedTest
    @CsvSource({"1, 0.95, 1.960", "2, 0.975, 2.241", "3, 0.98333333, 2.394", "5, 0.99, 2.576", "50, 0.999, 3.291"})
    void error_isSharedOutAmongTheLooks(int count, double confidence, double quantile) {
        Looks looks = new Looks(count);
        assertThat(looks.confidence()).isEqualTo(confidence, within(1e-8));
        assertThat(looks.widening()).isEqualTo(quantile / 1.960 - 1, within(1e-3));
    }
}
