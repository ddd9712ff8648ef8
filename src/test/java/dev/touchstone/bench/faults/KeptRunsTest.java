package dev.touchstone.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.diagnosis.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRunsTest {
    @TempDir
    private Path folder;

    private static Run run(double value, boolean diagnosed) {
        Said said = new Said("batch-size", Severity.WARNING, Said.By.TRAINING, true, false, false);
        return new Run(
                "digits-dense",
                "",
                1,
                2,
                diagnosed,
                value,
                0.02,
                0.1,
                List.of(said),
                false,
                List.of(),
                List.of(new Tried("batch-size", "unlikely")),
                1.5,
                0);
    }

    @Test
    void runs_areFoundAgainAndTheLastOfAKeyCounts() throws IOException {
        Path file = folder.resolve("runs.jsonl");
        KeptRuns first = new KeptRuns(file);
        first.add(run(Double.NaN, false));
        first.add(run(0.9, true));

        assertThat(new KeptRuns(file).find(Run.key("digits-dense", "", 1, 2))).contains(run(0.9, true));
        assertThat(new KeptRuns(file).find(Run.key("digits-dense", "", 1, 3))).isEmpty();
    }

    @Test
    void whatWasSaid_canBeForgottenWithoutTheValues() throws IOException {
        Path file = folder.resolve("runs.jsonl");
        KeptRuns kept = new KeptRuns(file);
        kept.add(run(0.9, true));

        kept.forgetSaid();

        Run left = new KeptRuns(file).find(Run.key("digits-dense", "", 1, 2)).orElseThrow();
        assertThat(left.value()).isEqualTo(0.9);
        assertThat(left.diagnosed()).isFalse();
        assertThat(left.said()).isEmpty();
    }

    @Test
    void lineThatWasNotWrittenToItsEnd_isDoneAgain() throws IOException {
        Path file = folder.resolve("runs.jsonl");
        new KeptRuns(file).add(run(0.9, true));
        Files.writeString(file, "{\"program\":\"digits-de", StandardOpenOption.APPEND);

        assertThat(new KeptRuns(file).find(Run.key("digits-dense", "", 1, 2))).contains(run(0.9, true));
    }
}
