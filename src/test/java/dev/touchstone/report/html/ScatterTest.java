package dev.touchstone.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.base.Json;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScatterTest {
    private final Map<String, JsonNode> drawn = Scatter.of(SampleStudy.finished(3, 60)).stream()
            .map(scatter -> Json.tree(scatter.data().json()))
            .collect(Collectors.toMap(data -> data.get("hyperparameter").asText(), Function.identity()));

    @Test
    void valuesOverDecades_takeALogarithmicAxis() {
        assertThat(drawn.get("learning-rate").get("log").asBoolean()).isTrue();
        assertThat(drawn.get("weight-decay").get("log").asBoolean()).isTrue();
    }

    @Test
    void evenlySpreadValues_takeALinearAxis() {
        assertThat(drawn.get("dropout").get("log").asBoolean()).isFalse();
        assertThat(drawn.get("batch-size").get("log").asBoolean()).isFalse();
    }

    @Test
    void words_standSideBySide() {
        assertThat(drawn.get("optimiser").get("categories"))
                .extracting(JsonNode::asText)
                .containsExactly("adam", "nesterovs", "sgd");
    }

    @Test
    void conditionalHyperparameter_hasDotsOnlyForTrialsThatHaveIt() {
        assertThat(drawn.get("momentum").get("dots").size())
                .isPositive()
                .isLessThan(drawn.get("dropout").get("dots").size());
    }

    @Test
    void exactlyOneDot_isTheLeader() {
        assertThat(drawn.get("dropout").get("dots"))
                .filteredOn(dot -> dot.get("place").asText().equals("best"))
                .hasSize(1);
    }

    @Test
    void moreDotsThanTheCap_areCutAndCounted() {
        Scatter dropout = Scatter.of(SampleStudy.finished(3, 1_500)).stream()
                .filter(scatter -> scatter.hyperparameter().equals("dropout"))
                .findFirst()
                .orElseThrow();
        assertThat(dropout.shown()).isEqualTo(Scatter.MAX_DOTS);
        assertThat(dropout.ranked()).isGreaterThan(Scatter.MAX_DOTS);
    }

    @Test
    void oneRankedTrial_isNothingToCompare() {
        assertThat(Scatter.of(SampleStudy.finished(1, 1))).isEmpty();
    }
}
