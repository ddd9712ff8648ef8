package dev.touchstone.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import dev.touchstone.spec.Overrides;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.Studies;
import dev.touchstone.study.StudySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a layer is judged by is what it takes, which behind a branch is not what the layer before it gives. */
class BranchesTest {
    private static final String SPEC = """
            study: branches
            data:
              source: {csv: '%s', label: digit}
            model:
              layers:
                - dense: {units: 32}
                - residual:
                    layers:
                      - dense: {units: 32, initialisation: normal}
                - dense: {units: 32}
                - output: {}
            space:
              learning-rate: {log-uniform: [1e-4, 1e-2]}
            """;

    @Test
    void aLayerBehindAQuietBranch_isNotTakenForOneThatGrows(@TempDir Path folder) throws IOException {
        Path data = Path.of("search-spaces", "data", "digits.csv").toAbsolutePath();
        Path file = Files.writeString(folder.resolve("branches.yaml"), SPEC.formatted(data));
        StudySpec spec = SpecFile.read(file, Overrides.NONE).spec();
        GateSubject subject =
                spec.task(Studies.prepare(spec).data()).subject(spec.space().centre(), new Seed(1));

        Judgement judgement = new InitialisationGate().judge(subject);

        List<?> scales = (List<?>) judgement.evidence().get("activation-scales");
        double branch = ((Number) scales.get(1)).doubleValue();
        double behind = ((Number) scales.get(2)).doubleValue();
        assertThat(Math.pow(behind / branch, 2))
                .as("the layer behind the branch gives over 10 times the variance of the branch alone")
                .isGreaterThan(10);
        assertThat(judgement.verdict()).as(judgement.reason()).isEqualTo(Verdict.PASS);
    }
}
