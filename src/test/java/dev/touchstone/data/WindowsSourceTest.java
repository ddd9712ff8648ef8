package dev.touchstone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsSourceTest {
    @TempDir
    private Path folder;

    private static float[] targets(Dataset dataset) {
        return ((Targets.Values) dataset.rows().targets()).numbers();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyWindowWithoutAGap_isThereWithTheValueThatComesAfterIt(long seed) {
        Random random = new Random(seed);
        int length = 1 + random.nextInt(12);
        int horizon = 1 + random.nextInt(6);
        SeriesFile series = SeriesFile.random(random, 300).shuffled(random);

        Dataset dataset = WindowsReader.read(series.windows(folder, length, horizon));

        float[] features = dataset.rows().numbers();
        int row = 0;
        for (int day : series.values.keySet()) {
            int first = day;
            if (IntStream.range(0, length + horizon).allMatch(i -> series.values.containsKey(first + i))) {
                for (int i = 0; i < length; i++) {
                    assertThat(features[row * length + i]).isEqualTo(first + i);
                }
                int target = first + length - 1 + horizon;
                assertThat(targets(dataset)[row]).isEqualTo(target);
                assertThat(SeriesFile.day(dataset.deciding().get(row))).isEqualTo(target);
                row++;
            }
        }
        assertThat(row).isPositive().isEqualTo(dataset.rows().count());
        assertThat(dataset.shape()).containsExactly(1, length);
        int ofAll = series.values.lastKey() - series.values.firstKey() + 1 - length - horizon + 1;
        assertThat(dataset.series().notes())
                .singleElement()
                .asString()
                .startsWith("a step is 1 day of day; ")
                .endsWith(" gaps, and " + (ofAll - row) + " windows that would touch one are left out");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shuffledLines_giveTheSameData(long seed) {
        SeriesFile series = SeriesFile.random(new Random(seed), 200);
        Dataset inOrder = WindowsReader.read(series.windows(folder, 5, 2));

        Dataset shuffled = WindowsReader.read(series.shuffled(new Random(seed)).windows(folder, 5, 2));

        assertThat(DataFingerprint.of(shuffled)).isEqualTo(DataFingerprint.of(inOrder));
        assertThat(shuffled.deciding()).isEqualTo(inOrder.deciding());
    }

    @Test
    void featureNames_countBackFromTheLastValue() {
        Dataset dataset = WindowsReader.read(SeriesFile.whole(20).windows(folder, 3, 4));

        assertThat(dataset.featureNames()).containsExactly("value[t-2]", "value[t-1]", "value[t]");
        assertThat(dataset.task(dataset.rows().targets()).words()).isEqualTo("forecast of value, 4 steps ahead");
        assertThat(dataset.series().notes()).containsExactly("a step is 1 day of day");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2001-01-31 2001-02-28 2001-03-31 2001-04-30 2001-05-31 2001-06-30 2001-07-31 | 31 days | 5",
                "2001 2002 2003 2004 2006 2007 2008 | 1 | 3",
                "1958.25 1958.3333 1958.4167 1958.5 1958.5833 | 0.0833 | 3",
                "2001-01-01T00:00 2001-01-01T01:00 2001-01-01T02:00 2001-01-01T05:00 | 1 hour | 1",
                "2001-01-01T00:00 2001-01-01T00:10 2001-01-01T00:20 2001-01-01T00:21 | 10 minutes | 1",
                "0 0.5 1 1.5 2.5 3.5 4.5 5.5 6 6.5 | 0.5 | 3"
            })
    void step_isTheCommonestDifference(String times, String step, int rows) throws IOException {
        StringBuilder text = new StringBuilder("day,value\n");
        for (String time : times.split(" ", -1)) {
            text.append(time).append(",").append(text.length() % 7).append('\n');
        }

        Dataset dataset = read(text.toString(), 2, 1);

        assertThat(dataset.series().notes()).singleElement().asString().startsWith("a step is " + step + " of day");
        assertThat(dataset.rows().count()).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,5/2,6/1,7/3,8 | :4: column 'day': found '1', expected each time once; line 2 has it, too",
                "1,5/2,/3,8 | :3: column 'value': found nothing, expected a number; or state data: {missing: drop}, and no"
                        + " window touches such a moment",
                "1,5/2,x/3,8 | :3: column 'value': found 'x', expected a number",
                "1,5/2001-01-01,6/3,8 | :3: column 'day': found '2001-01-01', expected a plain number as on line 2",
                "2001-01-01,5/soon,6/3,8 | :3: column 'day': found 'soon', expected a time: a number, or a date such as"
                        + " 2001-12-31 or 2001-12-31T23:59:59",
                "1,5 | : found 1 lines with a value in column 'value', expected a series",
                "1,5/2,6,7/3,8 | :3: found 3 cells, expected 2",
                "1,5/2,6/3,6/7,8/8,9/9,9 | : no window has all of its 3 values and the one 2 steps later: found at most 3"
                        + " values a step of 1 apart, expected 5"
            })
    void wrongSeries_isRefusedInOneLine(String lines, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.csv"), "day,value\n" + lines.replace("/", "\n") + "\n");

        assertThatThrownBy(() -> WindowsReader.read(SeriesFile.windows(file, 3, 2, MissingCells.REFUSE)))
                .isInstanceOf(UserError.class)
                .satisfies(e -> assertThat(e.getMessage().lines().findFirst()).hasValue(file + message));
    }

    @Test
    void missingColumn_isRefusedWithTheNearest() throws IOException {
        assertThatThrownBy(() -> read("days,value\n1,2\n2,3\n3,4\n", 1, 1))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(
                        ":1: no column 'day' as in data.source.windows.time on line 3 of the spec; nearest is 'days'");
    }

    @Test
    void oneScale_isFittedToAllStepsSoThatTheShapeOfWindowsStays() {
        Source.Windows windows = SeriesFile.whole(100).windows(folder, 4, 1);
        SplitSpec split = new SplitSpec(0.7, 0.15, 0.15, new SplitBy.Time(windows.time(), 0), 1);

        Normaliser normaliser = DataPreparation.prepare(
                        new DataSpec(windows, List.of(), split, Normalisation.PER_CHANNEL))
                .data()
                .normaliser();

        for (int step = 1; step < 4; step++) {
            assertThat(normaliser.offset()[step]).isEqualTo(normaliser.offset()[0]);
            assertThat(normaliser.scale()[step]).isEqualTo(normaliser.scale()[0]);
        }
    }

    private Dataset read(String text, int length, int horizon) throws IOException {
        Path file = Files.writeString(folder.resolve("series.csv"), text);
        return WindowsReader.read(SeriesFile.windows(file, length, horizon, MissingCells.DROP));
    }
}
