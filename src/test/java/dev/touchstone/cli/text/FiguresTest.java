package dev.touchstone.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({"PT0S, 1 s", "PT0.4S, 1 s", "PT119S, 119 s", "PT2M, 2 min", "PT119M, 119 min", "PT3H5M, 3 h 5 min"})
    void duration_hasAtMostTwoUnits(Duration duration, String text) {
        assertThat(Figures.duration(duration)).isEqualTo(text);
    }
}
