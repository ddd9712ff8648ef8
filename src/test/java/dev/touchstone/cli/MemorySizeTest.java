package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class MemorySizeTest {
    private final MemorySize size = new MemorySize();

    @ParameterizedTest
    @CsvSource({
        "1k, 1024",
        "800m, 838860800",
        "2g, 2147483648",
        "2G, 2147483648",
        "' 1g ', 1073741824",
        "999999999g, 1073741822926258176"
    })
    void sizeWithAUnit_isInBytes(String text, long bytes) {
        assertThat(size.convert(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "0g", "-1g", "1.5g", "1 g", "1gb", "g", "", "9999999999g", "1t"})
    void anythingElse_isRefusedWithWhatWasExpected(String text) {
        assertThatThrownBy(() -> size.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("expected a size such as 2g or 800m, found '" + text + "'");
    }
}
