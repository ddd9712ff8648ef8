package dev.touchstone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SequencesSourceTest {
    private static final int SIDE = 8;
    private static final SplitBy CHANCE = new SplitBy.Chance(true);

    @TempDir
    private Path folder;

    private Source.Sequences source(Path file, TableSpec table) {
        String of = "data.source.sequences on line 3 of the spec";
        return new Source.Sequences(
                file, new SpecColumn("name", of), new SpecColumn("time", of), new SpecColumn("label", of), table);
    }

    private Dataset read(String text, TableSpec table, SplitBy by) throws IOException {
        return SequencesReader.read(source(Files.writeString(folder.resolve("long.csv"), text), table), by);
    }

    private Dataset read(String text) throws IOException {
        return read(text, TableSpec.DEFAULT, CHANCE);
    }

    /** Digits of which each row of pixels is a step, and each column of them a feature. */
    private static List<String> lines(Dataset digits) {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < digits.rows().count(); row++) {
            for (int step = 0; step < SIDE; step++) {
                StringBuilder line = new StringBuilder(row + "," + step + ",");
                for (int feature = 0; feature < SIDE; feature++) {
                    line.append(digits.rows().features().get((row * SIDE + step) * SIDE + feature))
                            .append(',');
                }
                lines.add(line.append(digits.rows().labels()[row]).toString());
            }
        }
        return lines;
    }

    @Test
    void digitsRowByRow_areTheRowsOfTheTableFeatureByFeature() throws IOException {
        Dataset digits = RealData.read(RealData.digits());
        List<String> lines = lines(digits);
        Collections.shuffle(lines, new Random(1));

        Dataset sequences = read("name,time,c0,c1,c2,c3,c4,c5,c6,c7,label\n" + String.join("\n", lines));

        assertThat(sequences.shape()).containsExactly(SIDE, SIDE);
        assertThat(sequences.featureNames()).startsWith("c0[0]", "c0[1]").endsWith("c7[6]", "c7[7]");
        assertThat(sequences.classNames()).isEqualTo(digits.classNames());
        assertThat(sequences.rows().labels()).isEqualTo(digits.rows().labels());
        int width = SIDE * SIDE;
        for (int row = 0; row < digits.rows().count(); row++) {
            for (int i = 0; i < width; i++) {
                assertThat(sequences.rows().features().get(row * width + i % SIDE * SIDE + i / SIDE))
                        .isEqualTo(digits.rows().features().get(row * width + i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shuffledLines_giveTheSameData(long seed) throws IOException {
        Random random = new Random(seed);
        int steps = 2 + random.nextInt(6);
        List<String> lines = new ArrayList<>();
        for (int series = 0; series < 30; series++) {
            for (int step = 0; step < steps; step++) {
                lines.add("s%d,2001-01-%02d,%s,%s,%d"
                        .formatted(series, step + 1, random.nextGaussian(), random.nextInt(9), series % 3));
            }
        }
        String header = "name,time,a,b,label\n";
        Dataset inOrder = read(header + String.join("\n", lines));
        Collections.shuffle(lines, random);

        Dataset shuffled = read(header + String.join("\n", lines));

        assertThat(DataFingerprint.of(shuffled)).isEqualTo(DataFingerprint.of(inOrder));
        assertThat(inOrder.shape()).containsExactly(2, steps);
    }

    @Test
    void labelsWithAFraction_areForRegression() throws IOException {
        Dataset dataset = read("name,time,a,label\nx,1,5,0.5\nx,2,6,0.5\ny,1,7,1.5\ny,2,8,1.5\n");

        assertThat(dataset.rows().targets().kind()).isEqualTo(Task.Kind.REGRESSION);
        assertThat(dataset.classNames()).isEmpty();
        assertThat(dataset.rows().numbers()).containsExactly(5, 6, 7, 8);
    }

    @Test
    void columnThatDecidesTheSplitAndIgnoredOnes_areNoFeatures() throws IOException {
        TableSpec table = new TableSpec(
                List.of(new TableSpec.Ruled(new SpecColumn("note", "data.columns"), ColumnRule.Word.IGNORE)),
                MissingCells.REFUSE);
        SplitBy group = new SplitBy.Group(new SpecColumn("who", "data.split.group"));

        Dataset dataset = read(
                "who,note,name,time,a,label\nann,,x,1,5,u\nann,?,x,2,6,u\nbob,-,y,1,7,v\nbob,,y,2,8,v\n", table, group);

        assertThat(dataset.featureNames()).containsExactly("a[0]", "a[1]");
        assertThat(dataset.deciding()).containsExactly("ann", "bob");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x,1,5,u/x,2,6,u/y,1,7,v/z,1,7,v/z,2,8,v | :4: series 'y' has 1 steps, expected 2 as 2 of 3 series have",
                "x,1,5,u/x,2,6,v | :3: column 'label': found 'v', expected 'u' as on line 2 of the same series",
                "x,1,5,u/x,1,6,u | :3: column 'time': found '1', expected each time once; line 2 has it, too",
                "x,1,5,u/x,2,,u | :3: column 'a': found nothing, expected a number; or state columns: {a: ignore}",
                "x,1,5,u/x,soon,6,u | :3: column 'time': found 'soon', expected a time: a number, or a date such as"
                        + " 2001-12-31 or 2001-12-31T23:59:59",
                ",1,5,u/x,2,6,u | :2: column 'name': found nothing, expected the name of a series",
                "x,1,5,?/x,2,6,? | :2: column 'label': found '?', expected a label",
                "x,1,5/x,2,6,u | :2: found 3 cells, expected 4"
            })
    void wrongSequences_areRefusedInOneLine(String lines, String message) {
        assertThatThrownBy(() -> read("name,time,a,label\n" + lines.replace("/", "\n") + "\n"))
                .isInstanceOf(UserError.class)
                .hasMessage(folder.resolve("long.csv") + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | :1: empty, expected a header line and rows",
                "name,time,a,label | :2: found a header and no row, expected rows",
                "name,time,label | :1: no column but those that the spec names, expected at least one feature",
                "names,time,a,label | :1: no column 'name' as in data.source.sequences on line 3 of the spec; nearest is"
                        + " 'names'; columns: names, time, a, label",
                "name,time,a,a,label | :1: column 'a' is there twice, expected a name for each column"
            })
    void wrongHeader_isRefusedInOneLine(String header, String message) {
        assertThatThrownBy(() -> read(header.isEmpty() ? "" : header + "\n"))
                .isInstanceOf(UserError.class)
                .hasMessage(folder.resolve("long.csv") + message);
    }

    @Test
    void splitThatTearsASeriesApart_isRefused() {
        SplitBy group = new SplitBy.Group(new SpecColumn("who", "data.split.group on line 4 of the spec"));

        assertThatThrownBy(() -> read("who,name,time,a,label\nann,x,1,5,u\nbob,x,2,6,u\n", TableSpec.DEFAULT, group))
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith(":3: column 'who': found 'bob', expected 'ann' as on line 2 of the same series");
    }
}
