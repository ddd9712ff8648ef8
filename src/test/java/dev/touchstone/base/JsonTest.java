package dev.touchstone.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    private record Evidence(Map<String, Object> values) {}

    @Test
    void numbersThatJsonLacks_comeBackAsNumbers() {
        Evidence evidence = new Evidence(Map.of(
                "curve", List.of(1.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY),
                "nested", Map.of("loss", Double.NaN),
                "word", "nan"));

        assertThat(Json.read(Json.write(evidence), Evidence.class)).isEqualTo(evidence);
    }
}
