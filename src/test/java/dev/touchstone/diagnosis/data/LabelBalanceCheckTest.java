package dev.touchstone.diagnosis.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.touchstone.base.Seed;
import dev.touchstone.data.DataPreparation;
import dev.touchstone.data.DataSpec;
import dev.touchstone.data.Normalisation;
import dev.touchstone.data.Source;
import dev.touchstone.data.SpecColumn;
import dev.touchstone.data.SplitBy;
import dev.touchstone.data.SplitSpec;
import dev.touchstone.data.TableSpec;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelBalanceCheckTest {
    @TempDir
    private Path folder;

    /** Sixty rows, of which every third is for validation; label c is for both. */
    private List<Finding> findings(int a, int b) throws IOException {
        String rows = IntStream.range(0, 60)
                .mapToObj(row -> Math.sin(row) + "," + (row % 3 == 0 ? "validation" : "train") + ","
                        + (row % 3 == 0 ? a : row % 2) + "," + (row % 3 == 0 ? row % 2 : b) + "," + row / 2 % 2)
                .collect(Collectors.joining("\n"));
        Path file = Files.writeString(folder.resolve("rows.csv"), "x,part,a,b,c\n" + rows + "\n");
        SplitBy given = new SplitBy.Given(new SpecColumn("part", "data.split.column"));
        DataSpec spec = new DataSpec(
                new Source.Csv(file, List.of("a", "b", "c"), TableSpec.DEFAULT),
                List.of(),
                new SplitSpec(0.7, 0.3, 0, given, 1),
                Normalisation.STANDARDISE);
        return DataChecks.run(DataPreparation.prepare(spec), new Seed(1)).stream()
                .filter(finding -> finding.code().startsWith("label-"))
                .toList();
    }

    @Test
    void labelsThatASplitNeverOrAlwaysHas_areFound() throws IOException {
        assertThat(findings(0, 1))
                .extracting(Finding::code, Finding::severity, Finding::cause)
                .containsExactly(
                        tuple("label-same-in-train", Severity.ERROR, "the label 'b' is the same in every train row"),
                        tuple(
                                "label-same-in-validation",
                                Severity.WARNING,
                                "the label 'a' is the same in every validation row"));
        assertThat(findings(1, 0)).hasSize(2);
    }
}
