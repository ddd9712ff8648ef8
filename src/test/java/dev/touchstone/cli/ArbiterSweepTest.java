package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A space that was written by Arbiter, from the sweep to the exported model. */
class ArbiterSweepTest {
    @TempDir
    private Path folder;

    private Path spec;

    @BeforeEach
    void writeSpec() throws IOException {
        Path examples = Path.of("search-spaces").toAbsolutePath();
        Files.copy(examples.resolve("digits-arbiter.json"), folder.resolve("space.json"));
        spec = Files.writeString(folder.resolve("own.yaml"), """
                data:
                  source: {csv: '%s', label: digit}
                model: {arbiter: space.json}
                space: {batch-size: 64}
                training: {epochs: 3}
                search: {trials: 2, seed: 4}
                """.formatted(examples.resolve("data/digits.csv")));
    }

    private Called call(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--reports";
        all[arguments.length + 1] = folder.resolve("reports").toString();
        return Called.with(all);
    }

    @Test
    void study_isSweptReplayedAndExportedWithoutTheFile() throws IOException {
        Called swept = call("sweep", spec.toString());
        assertThat(swept.code()).as(swept.err()).isEqualTo(0);
        Files.delete(folder.resolve("space.json"));

        JsonNode trial = Json.tree(call("show", "own", "--json").out()).at("/trials/0");
        assertThat(trial.at("/assignment").properties())
                .extracting(Map.Entry::getKey)
                .contains("learning-rate", "batch-size", "updater.momentum", "layers[0].nOut", "layers[0].numLayers");
        assertThat(trial.at("/gates")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(call("replay", "own", "--trial", "1").code()).isEqualTo(0);
        assertThat(call("resume", "own").code()).isEqualTo(0);
        Called exported = call("best", "own", "--to", folder.resolve("model").toString());
        assertThat(exported.code()).as(exported.err()).isEqualTo(0);
        MultiLayerNetwork network = ModelSerializer.restoreMultiLayerNetwork(
                folder.resolve("model/model.zip").toFile());
        assertThat(network.layerSize(network.getnLayers() - 1)).isEqualTo(10);
    }

    @Test
    void parameter_isFixedByItsName() {
        Called checked =
                Called.with("check", spec.toString(), "--set", "layers[0].nOut=33", "--set", "learning-rate=0.05");

        assertThat(checked.code()).as(checked.err() + checked.out()).isEqualTo(0);
        assertThat(checked.out() + checked.err()).contains("layers[0].nOut 33");
    }

    @Test
    void missingFile_isToldWithTheNearestName() throws IOException {
        Files.writeString(spec, Files.readString(spec).replace("space.json", "spaces.json"));

        Called called = call("sweep", spec.toString());

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err())
                .contains("own.yaml:3: model.arbiter: there is no file 'spaces.json'", "did you mean 'space.json'?");
        assertThat(folder.resolve("reports")).doesNotExist();
    }
}
