package dev.touchstone.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    private static Assignment assignment(String first, Object one, String second, Object other) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(first, one);
        values.put(second, other);
        return new Assignment(values);
    }

    @Test
    void canonicalText_isTheSameInAnyOrder() {
        assertThat(assignment("width", 8, "rate", 0.1).canonical())
                .isEqualTo(assignment("rate", 0.1, "width", 8).canonical());
    }

    @Test
    void canonicalText_differsWithAnyValueOrName() {
        String canonical = assignment("width", 8, "rate", 0.1).canonical();

        assertThat(assignment("width", 9, "rate", 0.1).canonical()).isNotEqualTo(canonical);
        assertThat(assignment("width", 8, "rate", Math.nextUp(0.1)).canonical()).isNotEqualTo(canonical);
        assertThat(assignment("height", 8, "rate", 0.1).canonical()).isNotEqualTo(canonical);
        assertThat(new Assignment(Map.of("width", 8)).canonical()).isNotEqualTo(canonical);
    }

    @Test
    void with_makesAnotherAssignment() {
        Assignment before = assignment("width", 8, "rate", 0.1);
        Assignment after = before.with("rate", 0.2).with("depth", 3);

        assertThat(before.number("rate")).isEqualTo(0.1);
        assertThat(before.has("depth")).isFalse();
        assertThat(after.values())
                .containsExactly(Map.entry("width", 8), Map.entry("rate", 0.2), Map.entry("depth", 3));
    }

    @Test
    void valueThatIsAbsentOrNoNumber_isRefusedByName() {
        Assignment assignment = assignment("width", 8, "optimiser", "sgd");

        assertThatThrownBy(() -> assignment.value("rate"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'rate'")
                .hasMessageContaining("width");
        assertThatThrownBy(() -> assignment.number("optimiser"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'optimiser' is not a number but sgd");
    }
}
