package dev.touchstone.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.UserError;
import dev.touchstone.data.DataPreparation.Prepared;
import dev.touchstone.data.ImageFolder;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.spec.Overrides;
import dev.touchstone.spec.SpecException;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows whose division into splits is given by the files that they are in. */
class PartsSourceTest {
    private static final String THREE = """
            train: {csv: a.csv, label: y}, validation: {csv: b.csv, label: y}, test: {csv: c.csv, label: y}""";

    @TempDir
    private Path folder;

    private StudySpec spec(String source, String more) throws IOException {
        Path file = Files.writeString(folder.resolve("parts.yaml"), """
                data:
                  source: {%s}
                  normalise: none
                %s
                model:
                  layers: [output: {}]
                space: {learning-rate: 0.01}
                """.formatted(source, more.indent(2)));
        return SpecFile.read(file, Overrides.NONE).spec();
    }

    private Prepared prepare(String source, String more) throws IOException {
        return Studies.prepare(spec(source, more));
    }

    private void csv(String name, String header, String... rows) throws IOException {
        Files.writeString(folder.resolve(name), header + "\n" + String.join("\n", rows) + "\n");
    }

    private void threeTables() throws IOException {
        csv("a.csv", "x,kind,y", "1,red,no", "2,blue,yes", "3,red,no", "4,blue,yes");
        csv("b.csv", "x,kind,y", "5,red,yes", "6,amber,no");
        csv("c.csv", "x,kind,y", "7,blue,no");
    }

    @Test
    void tables_keepTheirRowsAndShareTheirColumns() throws IOException {
        threeTables();

        Prepared prepared = prepare(THREE, "");

        assertThat(prepared.data().featureNames()).containsExactly("x", "kind=blue", "kind=red");
        assertThat(prepared.data().train().numbers()).containsExactly(1, 0, 1, 2, 1, 0, 3, 0, 1, 4, 1, 0);
        assertThat(prepared.data().validation().numbers()).containsExactly(5, 0, 1, 6, 0, 0);
        assertThat(prepared.data().validation().labels()).containsExactly(1, 0);
        assertThat(prepared.test().orElseThrow().count()).isEqualTo(1);
        assertThat(prepared.data().notes()).anyMatch(note -> note.contains("amber"));
        assertThat(DataInWords.summary(spec(THREE, ""), prepared.data()))
                .satisfies(words -> assertThat(words.source())
                        .isEqualTo("train from csv a.csv, label y; validation from csv b.csv, label y;"
                                + " test from csv c.csv, label y"))
                .satisfies(words -> assertThat(words.split()).isEqualTo("as the source comes"));
    }

    @Test
    void splitWithoutAPart_isDrawnFromTrainsRows() throws IOException {
        String header = "x,y";
        csv("a.csv", header, rows(0, 100));
        csv("c.csv", header, rows(100, 130));
        String source = "train: {csv: a.csv, label: y}, test: {csv: c.csv, label: y}";

        Prepared usual = prepare(source, "");
        Prepared stated = prepare(source, "split: {train: 0.6, validation: 0.4, stratify: false, seed: 3}");
        Prepared untested = prepare("train: {csv: a.csv, label: y}, validation: {csv: c.csv, label: y}", "");

        assertThat(usual.data().validation().count()).isEqualTo(15);
        assertThat(stated.data().validation().count()).isEqualTo(40);
        for (Prepared prepared : List.of(usual, stated)) {
            assertThat(prepared.test().orElseThrow().count()).isEqualTo(30);
            assertThat(prepared.data().train().count()
                            + prepared.data().validation().count())
                    .isEqualTo(100);
        }
        // Two classes of 50 by turns: as many of each.
        assertThat(IntStream.of(usual.data().validation().labels()).sum()).isBetween(7, 8);
        assertThat(untested.data().validation().count()).isEqualTo(30);
        assertThat(untested.test().orElseThrow().count()).isEqualTo(15);
        assertThat(prepare(
                                "train: {csv: a.csv, label: y}, validation: {csv: c.csv, label: y}",
                                "split: {train: 1, test: 0}")
                        .test())
                .isEmpty();
    }

    private static String[] rows(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(row -> row + (row % 2 == 0 ? ",even" : ",odd"))
                .toArray(String[]::new);
    }

    @Test
    void findings_nameRowsByTheirPart() throws IOException {
        csv(
                "a.csv",
                "x,z,y",
                IntStream.range(0, 200).mapToObj(PartsSourceTest::row).toArray(String[]::new));
        csv(
                "b.csv",
                "x,z,y",
                IntStream.range(190, 260).mapToObj(PartsSourceTest::row).toArray(String[]::new));
        StudySpec spec = spec("train: {csv: a.csv, label: y}, validation: {csv: b.csv, label: y}", "");

        Map<String, Finding> findings = spec.checkData(Studies.prepare(spec)).stream()
                .collect(Collectors.toMap(Finding::code, finding -> finding, (first, second) -> first));

        assertThat(findings).containsKey("rows-shared-with-validation");
        assertThat(findings.get("rows-shared-with-validation").evidence().toString())
                .contains("validation 1,", "validation 10")
                .doesNotContain("validation 11");
    }

    private static String row(int row) {
        return "%s,%s,%s".formatted(Math.sin(row), Math.cos(row * row), row * 7 % 5 < 2 ? "a" : "b");
    }

    @Test
    void idxFiles_comeInParts() throws IOException {
        idx("a", 6, 2);
        idx("c", 4, 2);
        idx("wide", 4, 3);

        Prepared prepared = prepare("train: %s, test: %s".formatted(idx("a"), idx("c")), "split: {stratify: false}");

        assertThat(prepared.data().shape()).containsExactly(1, 2, 2);
        assertThat(prepared.data().train().count()
                        + prepared.data().validation().count())
                .isEqualTo(6);
        assertThat(prepared.test().orElseThrow().count()).isEqualTo(4);
        assertThatThrownBy(() -> prepare("train: %s, test: %s".formatted(idx("a"), idx("wide")), ""))
                .isInstanceOf(UserError.class)
                .hasMessage(folder.resolve("wide-images")
                        + ": found rows of dimensions [3, 3], expected [2, 2] as in a-images");
    }

    private static String idx(String name) {
        return "{idx: {images: %1$s-images, labels: %1$s-labels}}".formatted(name);
    }

    private void idx(String name, int rows, int side) throws IOException {
        idxFile(name + "-images", new int[] {rows, side, side});
        idxFile(name + "-labels", new int[] {rows});
    }

    private void idxFile(String name, int[] dimensions) throws IOException {
        try (OutputStream file = Files.newOutputStream(folder.resolve(name));
                DataOutputStream out = new DataOutputStream(file)) {
            out.writeInt(0x0800 | dimensions.length);
            int values = 1;
            for (int dimension : dimensions) {
                out.writeInt(dimension);
                values *= dimension;
            }
            for (int i = 0; i < values; i++) {
                out.writeByte(i % 3);
            }
        }
    }

    @Test
    void foldersOfImages_comeInParts() throws IOException {
        new ImageFolder(folder.resolve("learn")).addDigits(40);
        new ImageFolder(folder.resolve("judge")).addDigits(20);

        Prepared prepared =
                prepare("train: {images: learn}, validation: {images: judge}", "split: {train: 1, test: 0}");

        assertThat(prepared.data().train().count()).isEqualTo(40);
        assertThat(prepared.data().validation().count()).isEqualTo(20);
        assertThat(prepared.test()).isEmpty();
        assertThat(prepared.origin().files()).contains("train/0/0001.png", "validation/0/0001.png");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "b.csv | 'x,colour,y'  | 5,red,yes   | b.csv:1: column 2: found 'colour', expected 'kind' as in a.csv",
                "b.csv | 'x,kind'      | 5,red       | b.csv:1: column 3: found none, expected 'y' as in a.csv",
                "b.csv | 'x,kind,y'    | five,red,no | b.csv:2: column 'x': found 'five', expected a number",
                "c.csv | 'x,kind,y'    | 7,8,no      | c.csv:2: column 'kind': found '8', expected text as on line 2 of a.csv",
                "c.csv | 'x,kind,y'    | 7,,no       | c.csv:2: column 'kind': 1 cell holds no value",
                "b.csv | 'x,kind,y'    | ''          | b.csv:2: found a header and no row",
            })
    void tableThatDoesNotGoWithTrains_isToldWithItsOwnName(String file, String header, String row, String message)
            throws IOException {
        threeTables();
        csv(file, header, row.isEmpty() ? new String[0] : new String[] {row});

        assertThatThrownBy(() -> prepare(THREE, ""))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(folder + "/" + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{group: kind}               | split.group: group goes with a source in one part, and here its parts give",
                "{train: 0.9, test: 0.1}     | split.test: test goes with a split that has to be drawn, and here the source",
                "{train: 0.7}                | split: train 0.7, validation 0.15 and test 0.0 sum to 0.85; they must sum to 1",
                "{gap: 3}                    | split.gap: gap goes with a source in one part, and here its parts give",
            })
    void splitThatThePartsDecide_isRefused(String split, String message) throws IOException {
        threeTables();

        assertThatThrownBy(
                        () -> prepare("train: {csv: a.csv, label: y}, test: {csv: c.csv, label: y}", "split: " + split))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("parts.yaml:4: data." + message);
    }

    @Test
    void partsForAllSplits_leaveNothingToChance() throws IOException {
        threeTables();

        assertThatThrownBy(() -> prepare(THREE, "split: {seed: 2, stratify: true, train: 1}"))
                .isInstanceOfSatisfying(
                        SpecException.class,
                        refusal -> assertThat(refusal.problems())
                                .hasSize(3)
                                .allMatch(problem ->
                                        problem.contains("goes with chance, and here the source has a part for")));
    }
}
