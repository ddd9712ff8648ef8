package dev.touchstone.diagnosis.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.spec.Overrides;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.Studies;
import dev.touchstone.study.StudySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Windows that are alike because they overlap, or because their series repeats itself, are no fault. */
class ForecastDataTest {
    private static final int MOMENTS = 1500;
    private static final List<String> SMALL = List.of("small-validation-split");

    @TempDir
    private Path folder;

    static Stream<Arguments> series() {
        Random random = new Random(1);
        return Stream.of(
                Arguments.of("noise", (IntToDoubleFunction) t -> random.nextGaussian(), SMALL),
                Arguments.of("an exact cycle", (IntToDoubleFunction) t -> Math.sin(t % 24), List.of()),
                Arguments.of("rare events", (IntToDoubleFunction) t -> random.nextInt(30) == 0 ? 1 : 0, SMALL),
                Arguments.of("long rests", (IntToDoubleFunction) t -> t / 100 % 2 * random.nextGaussian(), SMALL),
                Arguments.of(
                        "a trend", (IntToDoubleFunction) t -> t + random.nextGaussian(), List.of("feature-drift")));
    }

    @ParameterizedTest
    @MethodSource("series")
    void windows_haveNoFindingButDriftAndSize(String name, IntToDoubleFunction value, List<String> expected)
            throws IOException {
        Files.write(
                folder.resolve("series.csv"),
                Stream.concat(
                                Stream.of("t,v"),
                                IntStream.range(0, MOMENTS).mapToObj(t -> t + "," + (float) value.applyAsDouble(t)))
                        .toList());
        Path file = Files.writeString(folder.resolve("spec.yaml"), """
                data:
                  source: {windows: {csv: series.csv, time: t, value: v, length: 12, horizon: 2}}
                model:
                  layers: [output: {}]
                space: {learning-rate: 0.01}
                objective: {metric: rmse}
                """);
        StudySpec spec = SpecFile.read(file, Overrides.NONE).spec();

        List<Finding> findings = spec.checkData(Studies.prepare(spec));

        assertThat(findings).as(name).extracting(Finding::code).isEqualTo(expected);
    }
}
