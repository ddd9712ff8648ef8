package dev.touchstone.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Rows;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.Overrides;
import dev.touchstone.study.SpecFile;
import dev.touchstone.study.Studies;
import dev.touchstone.study.StudySpec;
import dev.touchstone.trial.TrialTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verdicts do not hang on what says nothing about a trial. */
class InvariantVerdictsTest {
    private static final int SEEDS = 20;
    private static final double LEAST_AGREEMENT = 0.97;
    private static final Path SPECS = Path.of("search-spaces");
    private static final StudySpec BREAST_CANCER = spec(SPECS.resolve("breast-cancer.yaml"));
    private static final PreparedData ROWS = Studies.prepare(BREAST_CANCER).data();

    /** Advice only, so that every gate gives its verdict. */
    private static final Gates ALL =
            new Gates(new GateSpec(Policy.ADVISE, Policy.ADVISE, Policy.ADVISE, Policy.ADVISE));

    private static StudySpec spec(Path file) {
        return SpecFile.read(file, Overrides.NONE).spec();
    }

    private static Assignment at(double rate) {
        return BREAST_CANCER.space().centre().with("learning-rate", rate).with("optimiser", "sgd");
    }

    private static List<Verdict> verdicts(GateSubject subject) {
        return ALL.judge(subject, result -> {}).stream()
                .map(GateResult::verdict)
                .toList();
    }

    private static List<Verdict> verdicts(PreparedData data, Assignment assignment) {
        return verdicts(BREAST_CANCER.task(data).subject(assignment, new Seed(1)));
    }

    /**
     * Far too low, usable, far too high: at a thousand these networks learn with some seeds and diverge with others, and the
     * verdicts follow.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.05, 1e6})
    void seedOfTrialAndRamp_changesNoVerdict(double rate) {
        TrialTask task = BREAST_CANCER.task(ROWS);
        GateSubject usual = task.subject(at(rate), new Seed(0));
        List<String> all = IntStream.range(0, SEEDS)
                .mapToObj(seed -> new GateSubject(
                        task.learners(at(rate)),
                        ROWS.train(),
                        ROWS.validation(),
                        ROWS.task(),
                        usual.plan(),
                        new Seed(seed),
                        new Measured("seed " + seed, "", GateCache.NONE)))
                .flatMap(subject -> {
                    List<Verdict> verdicts = verdicts(subject);
                    return IntStream.range(0, verdicts.size()).mapToObj(gate -> gate + " " + verdicts.get(gate));
                })
                .toList();
        Map<String, Long> counts =
                all.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long agreeing = IntStream.range(0, all.size() / SEEDS)
                .mapToLong(gate -> counts.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(gate + " "))
                        .mapToLong(Map.Entry::getValue)
                        .max()
                        .orElseThrow())
                .sum();

        assertThat((double) agreeing / all.size()).as("%s", counts).isGreaterThanOrEqualTo(LEAST_AGREEMENT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.05, 1e6})
    void orderOfTheClasses_changesNoVerdict(double rate) {
        TrialTask task = BREAST_CANCER.task(ROWS);
        GateSubject usual = task.subject(at(rate), new Seed(1));
        GateSubject other = new GateSubject(
                task.learners(at(rate)),
                swapped(ROWS.train()),
                swapped(ROWS.validation()),
                ROWS.task(),
                usual.plan(),
                new Seed(1),
                usual.measured());

        assertThat(verdicts(other)).isEqualTo(verdicts(usual));
    }

    private static Rows swapped(Rows rows) {
        int[] labels = Arrays.stream(rows.labels()).map(label -> 1 - label).toArray();
        return new Rows(rows.width(), rows.numbers(), labels);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.05, 1e6})
    void rescalingThatNormalisationUndoes_changesNoVerdict(double rate, @TempDir Path folder) throws IOException {
        assertThat(verdicts(rescaled(folder), at(rate))).isEqualTo(verdicts(ROWS, at(rate)));
    }

    /** The same file with every feature in other units. */
    private static PreparedData rescaled(Path folder) throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        List<String> lines = Files.readAllLines(SPECS.resolve("data").resolve("breast-cancer.csv"));
        List<String> changed = new ArrayList<>(lines.subList(0, 1));
        int label = Arrays.asList(lines.get(0).split(",")).indexOf("diagnosis");
        lines.stream().skip(1).forEach(line -> changed.add(rescaled(line.split(","), label)));
        Files.write(data.resolve("breast-cancer.csv"), changed);
        Files.copy(SPECS.resolve("breast-cancer.yaml"), folder.resolve("breast-cancer.yaml"));
        return Studies.prepare(spec(folder.resolve("breast-cancer.yaml"))).data();
    }

    private static String rescaled(String[] cells, int label) {
        return IntStream.range(0, cells.length)
                .mapToObj(i -> i == label ? cells[i] : String.valueOf(Double.parseDouble(cells[i]) * 1000 + i))
                .collect(Collectors.joining(","));
    }
}
