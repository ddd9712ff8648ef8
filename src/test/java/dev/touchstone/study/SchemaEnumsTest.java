package dev.touchstone.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.base.Json;
import dev.touchstone.data.ColumnRule;
import dev.touchstone.data.MissingCells;
import dev.touchstone.data.Normalisation;
import dev.touchstone.diagnosis.data.DataPolicy;
import dev.touchstone.gate.Policy;
import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Metric;
import dev.touchstone.model.Hyperparameters;
import dev.touchstone.model.LossFunction;
import dev.touchstone.model.augmentation.AugmentationKind;
import dev.touchstone.model.layer.ActivationFunction;
import dev.touchstone.spec.SpecName;
import dev.touchstone.training.GradientSpec;
import dev.touchstone.training.ScheduleKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema, which editors read, says what the code says. */
class SchemaEnumsTest {
    private static JsonNode at(String pointer) {
        try {
            return Json.tree(Files.readString(Path.of("src/main/resources/dev/touchstone/study/spec.schema.json")))
                    .at(pointer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> enums() {
        return Stream.of(
                Arguments.of("/$defs/activation/enum", SpecName.all(ActivationFunction.class)),
                Arguments.of(
                        "/$defs/layer/properties/output/properties/loss/else/enum", SpecName.all(LossFunction.class)),
                Arguments.of("/$defs/data/properties/normalise/enum", SpecName.all(Normalisation.class)),
                Arguments.of(
                        "/$defs/data/properties/columns/additionalProperties/else/enum",
                        SpecName.all(ColumnRule.Word.class)),
                Arguments.of("/$defs/data/properties/missing/enum", SpecName.all(MissingCells.class)),
                Arguments.of("/$defs/data/properties/checks/enum", SpecName.all(DataPolicy.class)),
                Arguments.of("/$defs/metric/enum", SpecName.all(Metric.class)),
                Arguments.of("/$defs/objective/properties/direction/enum", SpecName.all(Direction.class)),
                Arguments.of("/$defs/gates/properties/learning-rate-range/enum", SpecName.all(Policy.class)),
                Arguments.of("/$defs/policy/enum", List.of("reject", "advise", "off")),
                Arguments.of("/$defs/search/properties/sampler/enum", List.of(SearchSpec.DEFAULT.sampler())));
    }

    @ParameterizedTest
    @MethodSource("enums")
    void enum_of_the_schema_lists_the_names_of_the_code(String pointer, List<String> names) {
        List<String> listed = new ArrayList<>();
        at(pointer).forEach(name -> listed.add(name.asText()));

        assertThat(listed).isEqualTo(names);
    }

    @Test
    void schema_describes_every_hyperparameter() {
        List<String> described = new ArrayList<>();
        at("/$defs/space/properties").fieldNames().forEachRemaining(described::add);

        assertThat(described).isEqualTo(Hyperparameters.NAMES);
    }

    @Test
    void schema_describes_every_augmentation() {
        List<String> described = new ArrayList<>();
        at("/$defs/augment/properties").fieldNames().forEachRemaining(described::add);

        assertThat(described).isEqualTo(SpecName.all(AugmentationKind.class));
    }

    @Test
    void schema_describes_every_schedule_and_its_settings() {
        assertThat(names("/$defs/schedule/properties")).isEqualTo(SpecName.all(ScheduleKind.class));
        List<String> withoutSettings = new ArrayList<>();
        at("/$defs/training/properties/schedule/else/enum").forEach(name -> withoutSettings.add(name.asText()));
        for (ScheduleKind kind : ScheduleKind.values()) {
            String settings = "/$defs/schedule/properties/" + kind.specName();
            assertThat(names(settings + "/properties"))
                    .containsExactlyInAnyOrderElementsOf(kind.settings().keySet());
            assertThat(withoutSettings.contains(kind.specName()))
                    .isEqualTo(!at(settings).has("required"));
        }
        assertThat(names("/$defs/training/properties/gradient-clipping/properties"))
                .containsExactlyInAnyOrderElementsOf(GradientSpec.CLIPPING.keySet());
    }

    private static List<String> names(String pointer) {
        List<String> names = new ArrayList<>();
        at(pointer).fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void schema_and_code_agree_on_study_names() {
        assertThat(at("/properties/study/pattern").asText()).isEqualTo(StudyName.PATTERN.pattern());
        assertThat(at("/properties/study/x-expected").asText()).isEqualTo(StudyName.RULE);
    }

    @Test
    void every_key_has_a_description() {
        assertThat(undescribed("", at(""))).isEmpty();
    }

    private static List<String> undescribed(String path, JsonNode rules) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> child : rules.properties()) {
            String here = path + "/" + child.getKey();
            if (path.endsWith("/properties")
                    && !child.getValue().has("description")
                    && !at(child.getValue().path("$ref").asText("#/none").substring(1))
                            .has("description")) {
                found.add(here);
            }
            found.addAll(undescribed(here, child.getValue()));
        }
        return found;
    }
}
