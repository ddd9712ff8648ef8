package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.report.html.SampleStudy;
import dev.touchstone.spec.Overrides;
import dev.touchstone.store.SqliteStudyStore;
import dev.touchstone.store.StudyFolder;
import dev.touchstone.store.StudyHead;
import dev.touchstone.store.StudyRecord;
import dev.touchstone.store.StudyStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep of a study that is there already, from a spec that means something else. */
class ChangedSpecCommandTest {
    private static final String SPEC = """
            data:
              source: {csv: rows.csv, label: class}
            model:
              layers:
                - dense: {units: $width}
                - output: {loss: cross-entropy, activation: softmax}
            space:
              width: {integer: [8, 16]}
            objective: {metric: accuracy}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeData() throws IOException {
        Files.writeString(folder.resolve("rows.csv"), "a,class\n");
    }

    @Test
    void differences_areToldWithWhatMayBeDoneAndTheStudyIsLeftAlone() throws IOException {
        StudyRecord before = keep(SPEC);

        Called called = sweep(SPEC.replace("16]", "32]") + "training: {epochs: 3}\n");

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.out()).isEmpty();
        assertThat(called.err()).isEqualToNormalizingNewlines("""
                touchstone: study 'small' is there already, made from a spec that means something else:
                  space.width.integer: was [8,16], is [8,32]
                  training.epochs: was not there, is 3
                What may be done, one of:
                  - give this spec another name (key study:), to run it as a study of its own;
                  - set back what differs, in the spec or by its flags; then sweep --trials N with a larger N adds trials
                    to the present study (another number of trials alone is no difference);
                  - delete the present study: touchstone delete small
                """);
        assertThat(record()).isEqualTo(before);
    }

    @Test
    void manyDifferences_areCutShort() throws IOException {
        keep(SPEC);
        String layers = "    - dense: {units: 4}\n    - dropout: {rate: 0.1}\n".repeat(6);

        Called called = sweep(SPEC.replace("    - output", layers + "    - output"));

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err().lines().filter(line -> line.contains(": was "))).hasSize(8);
        assertThat(called.err()).contains("\n  and 8 more\n");
    }

    @Test
    void keptSpecThatIsNotReadAnyMore_isTold() throws IOException {
        StudyRecord before = keep(SPEC + "curriculum: easy-first\n");

        Called swept = sweep(SPEC);
        Called resumed = Called.with("resume", "small", "--reports", reports().toString());

        assertThat(swept.code()).isEqualTo(2);
        assertThat(swept.err())
                .contains("study 'small' keeps a spec that Touchstone", "small.yaml:10: curriculum: unknown key")
                .contains("another name (key study:)");
        assertThat(resumed).isEqualTo(swept);
        assertThat(record()).isEqualTo(before);
    }

    private StudyRecord keep(String spec) {
        StudyHead.DataSummary data = SampleStudy.head("small").data();
        StudyFolder study = new StudyFolder(reports(), "small");
        try (SqliteStudyStore store = SqliteStudyStore.open(study.database(), "small")) {
            store.create(new StudyHead(
                    "small", spec, Overrides.NONE, "", "accuracy", "maximise", data, "prepared", List.of()));
            store.setStatus(StudyStatus.INTERRUPTED);
            return store.read();
        }
    }

    private StudyRecord record() {
        try (SqliteStudyStore store =
                SqliteStudyStore.openExisting(new StudyFolder(reports(), "small").database(), "small")) {
            return store.read();
        }
    }

    private Called sweep(String spec) throws IOException {
        Path file = Files.writeString(folder.resolve("small.yaml"), spec);
        return Called.with("sweep", file.toString(), "--reports", reports().toString());
    }

    private Path reports() {
        return folder.resolve("reports");
    }
}
