package dev.touchstone.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "64, 64",
        "0.98149, 0.9815",
        "0.5, 0.5",
        "100.26, 100.3",
        "0.000032, 3.2e-05",
        "-0.25, -0.25",
        "123456.7, 1.23e+05",
        "NaN, NaN",
        "1e-6, 1e-06",
        "99999, 99999",
        "Infinity, Infinity"
    })
    void number_isShortAndExactWhereItCanBe(double value, String text) {
        assertThat(Figures.number(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 1 s", "PT0.4S, 1 s", "PT119S, 119 s", "PT2M, 2 min", "PT119M, 119 min", "PT3H5M, 3 h 5 min"})
    void duration_hasAtMostTwoUnits(Duration duration, String text) {
        assertThat(Figures.duration(duration)).isEqualTo(text);
    }
}
