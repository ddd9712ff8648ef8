package dev.touchstone.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortNumberTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "16, 16",
        "0.5, 0.5",
        "-0.25, -0.25",
        "0.123456, 0.1235",
        "100.26, 100.3",
        "99999.5, 100000",
        "0.001, 0.001",
        "0.000032, 3.2e-5",
        "1e-6, 1e-6",
        "12345678, 1.23e7",
        "NaN, NaN",
        "Infinity, Infinity"
    })
    void number_keepsFourDigitsAndNoMore(double number, String written) {
        assertThat(ShortNumber.of(number)).isEqualTo(written);
    }
}
