package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.base.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Carbon dioxide over Mauna Loa, from the spec beside it to the opening of the test split. */
class ForecastSweepTest {
    private static final String SPEC = "search-spaces/co2.yaml";

    /** What persistence misses the validation values by, which were known before any network. */
    private static final double PERSISTENCE = 1.27;

    @TempDir
    private Path folder;

    private Called call(String... arguments) {
        return Called.with(Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--reports", folder.resolve("reports").toString()))
                .toArray(String[]::new));
    }

    @Test
    void study_forecastsBetterThanPersistenceAndKeepsTheUnit() throws Exception {
        Called swept = call("sweep", SPEC, "--trials", "2", "--on", "threads");

        assertThat(swept.code()).as(swept.err() + swept.out()).isEqualTo(0);
        assertThat(swept.err())
                .contains(
                        "task: forecast of co2_ppm, 4 steps ahead",
                        "in order of date, really 0.700, 0.150, 0.150, gap of 3 rows",
                        "a step is 7 days of date; 59 values are missing in 22 gaps, and 486 windows that would touch one are left out");
        JsonNode study = Json.tree(call("show", "co2", "--json").out());
        assertThat(study.at("/data/task").asText()).isEqualTo("forecast of co2_ppm, 4 steps ahead");
        assertThat(study.at("/data/rows/train").asInt()).isEqualTo(1216);
        assertThat(study.at("/ranking/0/values/rmse").asDouble()).isBetween(0.2, 0.8 * PERSISTENCE);
        assertThat(folder.resolve("reports/co2/index.html")).content().contains("forecast of co2_ppm");

        int winner = study.at("/ranking/0/trial").asInt();
        Called tested = call("test", "co2", "--trial", "" + winner, "--reason", "the end");
        assertThat(tested.code()).as(tested.err()).isEqualTo(0);
        assertThat(tested.out())
                .contains("rmse", "mae", "r2", "baseline    persistence: forecasts the last value of the window");
        assertThat(baselineOf("rmse", tested)).isBetween(1.2, 1.3);
        assertThat(call("show", "co2").out()).contains("forecast of co2_ppm");

        Path model = folder.resolve("model");
        Called exported = call("best", "co2", "--to", model.toString());
        assertThat(exported.code()).as(exported.err()).isEqualTo(0);
        JsonNode description = Json.tree(Files.readString(model.resolve("model.json")));
        assertThat(description.at("/task").asText()).isEqualTo("forecast of co2_ppm, 4 steps ahead");
        assertThat(description.at("/features/51").asText()).isEqualTo("co2_ppm[t]");
    }

    /** The last number on the metric's line. */
    private static double baselineOf(String metric, Called tested) {
        List<String> cells = tested.out()
                .lines()
                .filter(line -> line.startsWith(metric))
                .flatMap(line -> Stream.of(line.strip().split(" +", -1)))
                .toList();
        return Double.parseDouble(cells.get(cells.size() - 1));
    }

    @Test
    void dataChecks_tellOfTheDriftOfTheTrendAndWarnOfNothing() {
        Called checked = Called.with("check", SPEC, "--data-only", "--json");

        assertThat(checked.code()).as(checked.err()).isEqualTo(0);
        assertThat(Json.tree(checked.out()).findValuesAsText("code")).containsExactly("feature-drift");
        assertThat(Json.tree(checked.out()).findValuesAsText("severity")).containsOnly("info");
    }
}
