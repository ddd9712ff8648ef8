package dev.touchstone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a table's labels are taken for. */
class LabelTaskTest {
    @TempDir
    private Path folder;

    private Dataset read(int rows, IntFunction<Object> label, Task.@Nullable Kind stated) throws IOException {
        String lines = IntStream.range(0, rows)
                .mapToObj(row -> row + "," + label.apply(row))
                .collect(Collectors.joining("\n"));
        Path file = Files.writeString(folder.resolve("rows.csv"), "a,label\n" + lines + "\n");
        TableSpec table = new TableSpec(List.of(), MissingCells.REFUSE, stated);
        return new SourceReader()
                .read(new DataSpec(
                        new Source.Csv(file, "label", table), List.of(), SplitSpec.DEFAULT, Normalisation.NONE));
    }

    private Task.Kind inferred(int rows, IntFunction<Object> label) throws IOException {
        return read(rows, label, null).rows().targets().kind();
    }

    @Test
    void numbersWithAFraction_areForRegression() throws IOException {
        Dataset dataset = read(4, row -> row + 0.5, null);

        assertThat(((Targets.Values) dataset.rows().targets()).numbers()).containsExactly(0.5f, 1.5f, 2.5f, 3.5f);
        assertThat(dataset.classNames()).isEmpty();
    }

    @Test
    void wholeNumbers_areClassesWhileTheyAreFew() throws IOException {
        assertThat(inferred(20, row -> row)).isEqualTo(Task.Kind.CLASSIFICATION);
        assertThat(inferred(21, row -> row)).isEqualTo(Task.Kind.REGRESSION);
        assertThat(inferred(1000, row -> row % 50)).isEqualTo(Task.Kind.CLASSIFICATION);
        assertThat(inferred(1000, row -> row % 51)).isEqualTo(Task.Kind.REGRESSION);
    }

    @Test
    void texts_areClassesHoweverMany() throws IOException {
        assertThat(inferred(60, row -> "c" + row % 30)).isEqualTo(Task.Kind.CLASSIFICATION);
        assertThat(inferred(60, row -> row == 7 ? "none" : row)).isEqualTo(Task.Kind.CLASSIFICATION);
    }

    @Test
    void statedTask_isStrongerThanTheLooks() throws IOException {
        assertThat(read(30, row -> row % 3, Task.Kind.REGRESSION).rows().targets())
                .isInstanceOf(Targets.Values.class);
        assertThat(read(40, row -> row, Task.Kind.CLASSIFICATION).classNames()).hasSize(40);
        assertThat(read(30, row -> row % 3 + 0.5, Task.Kind.CLASSIFICATION).classNames())
                .containsExactly("0.5", "1.5", "2.5");
    }

    @Test
    void regressionOfTexts_isRefusedWithTheLine() {
        assertThatThrownBy(() -> read(5, row -> row == 2 ? "cheap" : row, Task.Kind.REGRESSION))
                .isInstanceOf(UserError.class)
                .hasMessage(folder.resolve("rows.csv") + ":4: column 'label': found 'cheap', expected a number, for the"
                        + " spec says task: regression");
    }

    @Test
    void classesOfManyFractions_areRefused() {
        assertThatThrownBy(() -> read(50, row -> row / 7.0, Task.Kind.CLASSIFICATION))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("column 'label': found 50 different numbers in 50 rows")
                .hasMessageContaining("task: regression");
    }

    @Test
    void numbersThatNeverVary_areRefused() {
        assertThatThrownBy(() -> read(5, row -> 2.5, null)).hasMessageContaining("found the same label in every row");
    }
}
