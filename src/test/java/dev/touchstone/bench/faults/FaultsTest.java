package dev.touchstone.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.touchstone.spec.Overrides;
import dev.touchstone.study.SpecFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class FaultsTest {
    private static final int WANTED = 40;
    private static final List<FaultKind> KINDS = Faults.ALL;
    private static final List<Program> PROGRAMS = Programs.ALL;

    @TempDir
    private Path folder;

    @Test
    void kinds_areAtLeastFortyInAllAreasAndHaveNamesOfTheirOwn() {
        assertThat(KINDS.stream().map(FaultKind::name).distinct())
                .hasSameSizeAs(KINDS)
                .hasSizeGreaterThanOrEqualTo(WANTED);
        assertThat(KINDS.stream().map(FaultKind::area).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(FaultKind.Area.values());
        assertThat(KINDS).allSatisfy(kind -> assertThat(kind.strengths()).hasSizeBetween(1, 3));
    }

    @Test
    void halvesOfRealData_areAsLargeAndNeitherSharesDataNorIsWhatCountsDrawn() {
        List<Program> settling = Program.where(Program::settles);
        Set<String> data = settling.stream()
                .map(program -> program.name().replaceFirst("-.*", ""))
                .collect(Collectors.toSet());

        assertThat(SettlingPrograms.ALL).hasSameSizeAs(CountingPrograms.ALL);
        assertThat(DrawnPrograms.ALL).allMatch(Program::settles);
        assertThat(CountingPrograms.ALL).noneMatch(Program::settles);
        assertThat(Program.where(program -> !program.settles()))
                .noneMatch(program -> data.contains(program.name().replaceFirst("-.*", "")));
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void kind_suitsProgramsOfBothHalvesAndItsSpecsAreRead(FaultKind kind) {
        List<Program> programs =
                List.of(smallest(kind, Program::settles), smallest(kind, program -> !program.settles()));
        for (int strength = 0; strength < kind.strengths().size(); strength++) {
            Program any = programs.get(strength % programs.size());
            Seeded seeded = new Seeded(any, kind, strength);
            Path spec = seeded.draft(1).write(folder);
            assertThatCode(() -> SpecFile.read(spec, Overrides.NONE))
                    .as(any.name() + ": " + seeded.fault())
                    .doesNotThrowAnyException();
        }
    }

    /** Tables of pixels take long to write. */
    private static Program smallest(FaultKind kind, Predicate<Program> half) {
        return Program.where(half.and(kind.suits())).stream()
                .min(Comparator.comparing(program -> program.set().features().size()))
                .orElseThrow();
    }

    @Test
    void faults_changeSpecOrData() throws IOException {
        Program program = Program.named("cancer-dropout");
        String healthy = written(Seeded.healthy(program));
        Set<String> seen = new HashSet<>(Set.of(healthy));
        for (FaultKind kind : KINDS) {
            if (kind.suits().test(program)) {
                for (int strength = 0; strength < kind.strengths().size(); strength++) {
                    Seeded seeded = new Seeded(program, kind, strength);
                    assertThat(seen.add(written(seeded))).as(seeded.fault()).isTrue();
                }
            }
        }
        assertThat(written(Seeded.healthy(program)))
                .as("nothing is left of them")
                .isEqualTo(healthy);
    }

    private String written(Seeded seeded) throws IOException {
        Path spec = seeded.draft(1).write(folder);
        return Files.readString(spec) + Files.readString(folder.resolve("data.csv"));
    }

    @Test
    void whatCountsAsNamed_isWrittenDown() throws IOException {
        assertThat(Files.readAllLines(Path.of("docs", "fault-benchmark.md"))).containsSequence(table());
    }

    private static List<String> table() {
        return Stream.concat(
                        Stream.of(
                                "| area | kind | strengths | programs (settling + counting) | named by |",
                                "| --- | --- | --- | --- | --- |"),
                        KINDS.stream().map(FaultsTest::row))
                .toList();
    }

    private static String row(FaultKind kind) {
        long settling =
                PROGRAMS.stream().filter(kind.suits()).filter(Program::settles).count();
        long all = PROGRAMS.stream().filter(kind.suits()).count();
        return "| %s | %s | %s | %d + %d | %s |"
                .formatted(
                        kind.area().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        kind.name(),
                        IntStream.range(0, kind.strengths().size())
                                .mapToObj(strength ->
                                        kind.strengths().get(strength).words())
                                .collect(Collectors.joining("; ")),
                        settling,
                        all - settling,
                        kind.causes().stream().map(code -> "`" + code + "`").collect(Collectors.joining(", ")));
    }
}
