package dev.touchstone.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.base.UserError;
import dev.touchstone.data.Dataset;
import dev.touchstone.data.Rows;
import dev.touchstone.data.SourceReader;
import dev.touchstone.data.Splitter;
import dev.touchstone.execution.SmallSweep;
import dev.touchstone.metric.Predictions;
import dev.touchstone.store.TrialRecord;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BestModelTest {
    /** Where DL4J and what it needs come from; nothing of Touchstone's other libraries. */
    private static final Pattern OF_DL4J = Pattern.compile(
            ".*[/\\\\](deeplearning4j|nd4j|bytedeco|slf4j-api|commons-(io|lang3|math3|compress)|flatbuffers-java|fastutil|oshi|"
                    + "jna|byteunits|neoitertools)[^:;]*\\.jar");

    @TempDir
    static Path folder;

    private static SmallSweep sweep;

    @BeforeAll
    static void sweepOnce() throws IOException {
        sweep = new SmallSweep(folder.resolve("sweep"), SmallSweep.SPACE, 1, SmallSweep.NO_GATES);
        sweep.run(() -> false);
    }

    private static Path export(Path to) {
        new BestModel(sweep.studies()).export(SmallSweep.STUDY, 1, to);
        return to;
    }

    private static String dl4j() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(OF_DL4J.asMatchPredicate())
                .filter(jar -> !jar.contains("arbiter"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void exportedModel_saysWithoutTouchstoneWhatTheTrialSaid() throws IOException, InterruptedException {
        Path model = export(folder.resolve("model"));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-proc:none", "-cp", dl4j(), "" + model.resolve("Predict.java")))
                .isZero();

        Dataset dataset;
        Predictions kept;
        try (OpenStudy study = sweep.studies().resume(SmallSweep.STUDY)) {
            dataset = new SourceReader().read(study.spec().data());
            int[] validation =
                    new Splitter(study.spec().data().split()).split(dataset).validation();
            Rows raw = dataset.rows().select(validation);
            TrialRecord trial = study.store().trial(1).orElseThrow();
            kept = Predictions.fromBytes(study.artefacts().get(trial.completed().predictions()));
            assertThat(kept.rows()).isEqualTo(raw.count());
            for (int row : new int[] {0, raw.count() / 2, raw.count() - 1}) {
                assertThat(predict(model, raw, row))
                        .hasSize(2)
                        .first()
                        .satisfies(probability ->
                                assertThat(probability).isCloseTo((double) kept.probability(row, 0), within(1e-4)));
            }
        }
    }

    /** What the compiled example prints for one raw row in a Java process of its own. */
    private static List<Double> predict(Path model, Rows raw, int row) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                model + File.pathSeparator + dl4j(),
                "Predict",
                model.resolve("model.zip").toString()));
        for (int i = 0; i < raw.width(); i++) {
            command.add(Float.toString(raw.numbers()[row * raw.width() + i]));
        }
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return Arrays.stream(printed.replaceAll("[\\[\\]\\s]", "").split(","))
                .map(Double::valueOf)
                .toList();
    }

    @Test
    void description_tellsWhatTheModelIs() throws IOException {
        Path model = export(folder.resolve("described"));

        JsonNode description =
                new ObjectMapper().readTree(model.resolve("model.json").toFile());
        TrialRecord trial = sweep.record().trials().get(0);
        assertThat(description.get("study").asText()).isEqualTo(SmallSweep.STUDY);
        assertThat(description.get("trial").asInt()).isEqualTo(1);
        assertThat(description.get("features")).hasSize(30);
        assertThat(description.get("columns"))
                .hasSize(30)
                .allSatisfy(column -> assertThat(column.get("kind").asText()).isEqualTo("NUMBER"));
        assertThat(description.get("classes")).extracting(JsonNode::asText).containsExactly("benign", "malignant");
        assertThat(description.get("assignment").get("width").asInt())
                .isEqualTo((int) trial.effective().number("width"));
        assertThat(description.get("validation").get("accuracy").asDouble())
                .isEqualTo(trial.completed().values().get("accuracy"));
    }

    @Test
    void earlierModel_isWrittenOver() throws IOException {
        Path model = export(folder.resolve("again"));
        Files.writeString(model.resolve("model.json"), "{}");

        assertThat(Files.size(export(model).resolve("model.json"))).isGreaterThan(100);
    }

    @Test
    void folderOfOtherThings_isRefusedAndLeftAsItWas() throws IOException {
        Path foreign = Files.createDirectories(folder.resolve("foreign"));
        Files.writeString(foreign.resolve("thesis.txt"), "all of it");

        assertThatThrownBy(() -> export(foreign)).isInstanceOf(UserError.class).hasMessageContaining("not empty");
        assertThatThrownBy(() -> export(foreign.resolve("thesis.txt")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("found a file");
        assertThat(foreign).isDirectoryContaining(file -> file.endsWith("thesis.txt"));
        assertThat(foreign.toFile().list()).hasSize(1);
    }

    @Test
    void trialOrStudyThatIsNotThere_isRefused() {
        BestModel models = new BestModel(sweep.studies());

        assertThatThrownBy(() -> models.export(SmallSweep.STUDY, 99, folder.resolve("none")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no trial 99");
        assertThatThrownBy(() -> models.export("other", 1, folder.resolve("none")))
                .isInstanceOf(UserError.class);
        assertThat(folder.resolve("none")).doesNotExist();
    }
}
