package dev.touchstone.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.data.PreparedData;
import dev.touchstone.data.factory.ClassPath;
import dev.touchstone.data.vault.VaultKeys;
import dev.touchstone.report.html.SampleStudy;
import dev.touchstone.spec.Overrides;
import dev.touchstone.store.StudyHead;
import dev.touchstone.trial.TrialTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskSpecTest {
    private static final Path SPECS = Path.of("search-spaces");
    private static final PreparedData DATA = Studies.prepare(
                    SpecFile.read(SPECS.resolve("breast-cancer.yaml"), Overrides.NONE)
                            .spec())
            .data();

    /** Where a layer stands in the spec, for messages that nobody can get once the spec was read. */
    private static final String PLACES = "model\\.corners.*|.*\\.place";

    private static StudyHead head(String text, Overrides overrides) {
        StudyHead.DataSummary data = SampleStudy.head("any").data();
        return new StudyHead("any", text, overrides, "", "accuracy", "maximise", data, "prepared", List.of());
    }

    private static void assertEqualTask(StudyHead head) {
        TrialTask task = TaskSpec.read(TaskSpec.of(head), DATA, ClassPath.NONE);

        TrialTask kept = new Studies(SPECS, VaultKeys.of(Map.of()), Clock.systemUTC())
                .kept(head)
                .task(DATA);
        assertThat(task)
                .usingRecursiveComparison()
                .withEqualsForType(PreparedData::equals, PreparedData.class)
                .ignoringFieldsMatchingRegexes(PLACES)
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"breast-cancer", "digits", "fashion"})
    void worker_reads_the_same_task_without_knowing_where_the_data_is(String name) throws IOException {
        String text = Files.readString(SPECS.resolve(name + ".yaml"));
        StudyHead head = head(text, new Overrides(Map.of("width", "24", "batch-size", "32"), 3, 9L));

        assertEqualTask(head(text, Overrides.NONE));
        assertEqualTask(head);
        assertThat(text).contains("data/", "source");
        assertThat(TaskSpec.of(head)).doesNotContain("data", "source", "csv", "idx", "label", "diagnosis", "digit");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             7 | '    - dense: {units: $width, activation: "tanh"}\n    - dropout: {rate: 1e-5}'
             5 | 'augmentation: [{noise: {deviation: $dropout}}, {mixup: {alpha: 0.2}}]\nmodel:'
            13 | '  dropout: {uniform: [0, 0.25]}'
            16 | 'objective: {metric: cross-entropy, direction: minimise}'
            16 | '# only the usual objective'
            17 | 'gates: {build: off, learning-rate-range: advise}'
            17 | '# only the usual gates'
            18 | 'training: {schedule: constant, early-stopping: off}'
            18 | 'training: {early-stopping: {patience: 3, minimum-improvement: 1e-300}}'
            18 | '# only the usual training'
            """)
    void values_and_defaults_come_out_the_same(int line, String replacement) {
        assertEqualTask(head(SoundSpec.with(line, replacement.replace("\\n", "\n")), Overrides.NONE));
    }
}
