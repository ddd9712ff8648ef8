package dev.touchstone.bench;

import dev.touchstone.store.StudyFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The study that is disturbed, and how the command is called for it.
 *
 * @param folder for all its files, the keys too
 */
record ChaosStudy(Path folder) {
    /** The least that {@code --worker-silence} takes is 1 s, which a busy machine alone may bring about. */
    static final Duration SILENCE = Duration.ofSeconds(2);

    /** Without the slower gates, so that most of the time goes into training, of one to three seconds a trial. */
    private static final Map<String, String> SECTIONS = Map.of(
            "training", "{epochs: 40, early-stopping: {patience: 40}}",
            "gates", "{overfit-tiny-batch: off, learning-rate-range: off}");

    /** Whatever breaks here comes from outside, so no trial should ever be given up. */
    private static final String RETRIES = "1000";

    StudyFolder files() {
        return new StudyFolder(folder.resolve("reports"), Digits.STUDY);
    }

    /** Begins the study, or goes on with it to this number of trials. */
    CommandProcess sweep(int trials) throws IOException {
        Path spec = Digits.spec(Files.createDirectories(folder), SECTIONS);
        return call("sweep", spec.toString(), "--trials", String.valueOf(trials), "--set", "batch-size=64");
    }

    CommandProcess resume() throws IOException {
        return call("resume", Digits.STUDY);
    }

    private CommandProcess call(String... command) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of(
                "--reports",
                files().reports().toString(),
                "--workers",
                "2",
                "--worker-silence",
                String.valueOf(SILENCE.toSeconds()),
                "--retries",
                RETRIES));
        return CommandProcess.start(folder, arguments);
    }
}
