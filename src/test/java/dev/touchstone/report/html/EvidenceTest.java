package dev.touchstone.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.diagnosis.Finding;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    @Test
    void numbers_takeTextAndNullForNoNumber() {
        Evidence evidence = new Evidence(Map.of("losses", Arrays.asList(1, "NaN", null, 0.5)));
        assertThat(evidence.numbers("losses")).containsExactly(1.0, Double.NaN, Double.NaN, 0.5);
        assertThat(evidence.numbers("rates")).isEmpty();
    }

    @Test
    void number_isNaNWhenItIsMissing() {
        assertThat(new Evidence(Collections.singletonMap("own-rate", null)).number("own-rate"))
                .isNaN();
        assertThat(new Evidence(Map.of("own-rate", 0.1)).number("own-rate")).isEqualTo(0.1);
    }

    @Test
    void lines_tellShortListsInFullAndLongOnesByTheirEnds() {
        assertThat(line(List.of(0.98, 0.87))).isEqualTo("0.98, 0.87");
        assertThat(line(IntStream.range(0, 100).boxed().toList())).isEqualTo("100 entries, from 0 to 99");
        assertThat(line(List.of())).isEqualTo("–");
        assertThat(line(Map.of("layer", 0.25))).isEqualTo("layer: 0.25");
        assertThat(line("words")).isEqualTo("words");
    }

    @Test
    void pictures_areFilesInTheirAddressAndNothingElse() {
        List<String> addresses = List.of(
                "data:image/png;base64,iVBOR+/8=",
                "https://example.org/a.png",
                "data:image/svg+xml;base64,PHN2Zz4=",
                "data:image/png;base64,\" onerror=\"alert(1)",
                "data:image/png;base64,iVBO",
                "data:image/png;base64,iVBO");
        Evidence evidence = new Evidence(
                Map.of(Finding.PICTURES, addresses, Finding.CAPTIONS, List.of("a", "b", "c", "d", "e"), "rows", 3));

        assertThat(evidence.pictures())
                .containsExactly(
                        new Evidence.Picture(addresses.get(0), "a"), new Evidence.Picture(addresses.get(4), "e"));
        assertThat(evidence.lines()).extracting(Evidence.Line::name).containsExactly("rows");
        assertThat(new Evidence(Map.of(Finding.PICTURES, "text")).pictures()).isEmpty();
    }

    private static String line(Object value) {
        return new Evidence(Map.of("key", value)).lines().get(0).text();
    }
}
