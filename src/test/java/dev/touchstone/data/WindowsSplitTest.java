package dev.touchstone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.data.factory.ClassPath;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecException;
import dev.touchstone.spec.YamlReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsSplitTest {
    @TempDir
    private Path folder;

    private DataSpec spec(int length, int horizon, String split) {
        Problems problems = new Problems(Path.of("spec.yaml"));
        String text = "source: {windows: {csv: series.csv, time: day, value: value, length: %d, horizon: %d}}\n%s"
                .formatted(length, horizon, split);
        DataSpec spec = new DataSpecReader(folder, file -> true, ClassPath.NONE)
                .read(YamlReader.read(text, problems), problems)
                .orElseThrow();
        problems.throwIfAny();
        return spec;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noForecastOfALaterSplit_isMadeBeforeTheLastTargetOfAnEarlierOneIsKnown(long seed) {
        Random random = new Random(seed);
        int length = 1 + random.nextInt(12);
        int horizon = 1 + random.nextInt(6);
        Dataset dataset = WindowsReader.read(
                SeriesFile.random(random, 600).shuffled(random).windows(folder, length, horizon));

        Split split = new Splitter(spec(length, horizon, "").split()).split(dataset);

        for (int part = 1; part < Split.NAMES.size(); part++) {
            int[] earlier = split.part(part - 1);
            int[] later = split.part(part);
            assertThat(madeAt(dataset, later[0], length))
                    .isGreaterThanOrEqualTo(target(dataset, earlier[earlier.length - 1]));
            assertThat(known(dataset, earlier, length))
                    .doesNotContainAnyElementsOf(Arrays.stream(later)
                            .mapToObj(row -> target(dataset, row))
                            .toList());
        }
    }

    /** When a row's forecast is made, which is the time of its window's last value. */
    private static int madeAt(Dataset dataset, int row, int length) {
        return (int) dataset.rows().features().get(row * length + length - 1);
    }

    private static int target(Dataset dataset, int row) {
        return (int) ((Targets.Values) dataset.rows().targets()).numbers()[row];
    }

    private static Set<Integer> known(Dataset dataset, int[] rows, int length) {
        return Arrays.stream(rows)
                .boxed()
                .flatMap(row -> IntStream.concat(
                                IntStream.range(0, length).map(i ->
                                        (int) dataset.rows().features().get(row * length + i)),
                                IntStream.of(target(dataset, row)))
                        .boxed())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 3",
                "split: {train: 0.5, validation: 0.25, test: 0.25} | 3",
                "'split: {time: day, gap: 20}' | 20",
                "'split: {gap: 3}' | 3"
            })
    void usualGap_isAStepLessThanTheHorizon(String split, int gap) {
        SplitSpec read = spec(10, 4, split).split();

        assertThat(read.by()).isInstanceOf(SplitBy.Time.class);
        assertThat(((SplitBy.Time) read.by()).gap()).isEqualTo(gap);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{stratify: true} | stratify: windows are divided in order of time, for neighbours share values and would"
                        + " leak; remove stratify",
                "{seed: 3} | seed: windows are divided in order of time, for neighbours share values and would leak;"
                        + " remove seed",
                "{group: value} | group: windows are divided in order of time, for neighbours share values and would"
                        + " leak; remove group",
                "{column: value} | column: windows are divided in order of time, for neighbours share values and would"
                        + " leak; remove column",
                "{time: value} | time: found 'value', expected 'day' as the windows have",
                "'{time: day, gap: 2}' | gap: found 2, expected at least 3: forecasts are made 4 steps before their"
                        + " target, and no model may know what came after"
            })
    void splitThatLeaks_isRefusedInOneLine(String split, String message) {
        assertThatThrownBy(() -> spec(10, 4, "split: " + split))
                .isInstanceOf(SpecException.class)
                .hasMessage("spec.yaml:2: split." + message);
    }
}
