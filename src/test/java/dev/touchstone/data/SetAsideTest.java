package dev.touchstone.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetAsideTest {
    private static final int ROWS = 200;

    @TempDir
    private Path folder;

    @Test
    void ignoredColumns_areKeptOfTrainAndValidationAlone() throws IOException {
        Origin origin = prepare().origin();

        assertThat(origin.setAside()).extracting(SetAside::column).containsExactly("speaker", "recorded");
        SetAside speaker = origin.setAside().get(0);
        assertThat(speaker.groups()).hasSize(origin.train().length + origin.validation().length);
        int[] rows = IntStream.concat(IntStream.of(origin.train()), IntStream.of(origin.validation()))
                .toArray();
        for (int a = 0; a < rows.length; a++) {
            for (int b = 0; b < a; b++) {
                assertThat(speaker.groups()[a] == speaker.groups()[b]).isEqualTo(rows[a] % 7 == rows[b] % 7);
            }
        }
        assertThat(speaker.times()).isEmpty();
    }

    @Test
    void datesOfAnIgnoredColumn_areKeptAsSeconds() throws IOException {
        Origin origin = prepare().origin();

        double[] times = origin.setAside().get(1).times();
        assertThat(times[1] - times[0]).isEqualTo(86_400.0 * (origin.train()[1] - origin.train()[0]));
    }

    private DataPreparation.Prepared prepare() throws IOException {
        List<String> lines = new ArrayList<>(List.of("x,speaker,recorded,label"));
        for (int row = 0; row < ROWS; row++) {
            lines.add(
                    row + ".5,anna " + row % 7 + "," + LocalDate.of(2001, 1, 1).plusDays(row) + "," + row % 2);
        }
        Path file = Files.write(folder.resolve("rows.csv"), lines);
        TableSpec table = new TableSpec(List.of(ignored("speaker"), ignored("recorded")), MissingCells.REFUSE);
        return DataPreparation.prepare(new DataSpec(
                new Source.Csv(file, "label", table), List.of(), SplitSpec.DEFAULT, Normalisation.STANDARDISE));
    }

    private static TableSpec.Ruled ignored(String column) {
        return new TableSpec.Ruled(new SpecColumn(column, "data.columns"), ColumnRule.Word.IGNORE);
    }
}
