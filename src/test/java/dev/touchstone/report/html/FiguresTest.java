package dev.touchstone.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.metric.Interval;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "16, 16",
        "0.1, 0.1",
        "0.123456, 0.1235",
        "12.3456, 12.35",
        "1234.56, 1235",
        "99999.5, 100000",
        "0.001, 0.001",
        "0.000321, 3.21e-4",
        "0.00001, 1e-5",
        "12345678, 1.23e7",
        "-0.5, -0.5",
        "NaN, –",
        "Infinity, ∞",
        "-Infinity, −∞"
    })
    void number_keepsFourDigitsAndNoMore(double number, String written) {
        assertThat(Figures.number(number)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"0.98148, 0.9815", "1, 1.0000", "NaN, –"})
    void metric_hasFourDecimals(double value, String written) {
        assertThat(Figures.metric(value)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"0.0204, 20 ms", "2.06, 2.1 s", "59.2, 59 s", "125, 2 min 05 s", "7500, 2 h 05 min", "NaN, –"})
    void seconds_takeTheUnitThatFits(double seconds, String written) {
        assertThat(Figures.seconds(seconds)).isEqualTo(written);
    }

    @Test
    void count_agreesWithItsNoun() {
        assertThat(Figures.count(1, "row")).isEqualTo("1 row");
        assertThat(Figures.count(1257, "row")).isEqualTo("1,257 rows");
    }

    @Test
    void time_isInUtc() {
        assertThat(Figures.time(Instant.parse("2026-03-01T23:59:58.9Z"))).isEqualTo("2026-03-01 23:59:58 UTC");
    }

    @Test
    void missing_isADash() {
        assertThat(Figures.time(null)).isEqualTo("–");
        assertThat(Figures.value(null)).isEqualTo("–");
        assertThat(Figures.interval(null)).isEqualTo("–");
        assertThat(Figures.interval(new Interval(0.5, Double.NaN))).isEqualTo("0.5000 to –");
    }
}
