package dev.touchstone.study;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.Sha256;
import dev.touchstone.base.UserError;
import dev.touchstone.data.DataPreparation;
import dev.touchstone.data.DataPreparation.Prepared;
import dev.touchstone.data.ImageFolder;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.PreparedDataFormat;
import dev.touchstone.data.RowHunt;
import dev.touchstone.data.Rows;
import dev.touchstone.data.vault.VaultKeys;
import dev.touchstone.spec.Overrides;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedFolderTest {
    private static final String MODEL = """
            model:
              layers:
                - output: {loss: cross-entropy, activation: softmax}
            space:
              learning-rate: {log-uniform: [1e-5, 0.1]}
            objective: {metric: accuracy}
            """;

    /** What only test rows have. */
    private static final String SECRET = "ultraviolet";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"breast-cancer", "diamonds", "splice", "vowel"})
    void realSpec_isPreparedFromTheFolderAsFromItsFiles(String study) throws Exception {
        sameFromTheFolder(Path.of("search-spaces", study + ".yaml"));
    }

    @Test
    void images_arePreparedFromTheFolderAsFromTheirFiles() throws Exception {
        new ImageFolder(folder.resolve("pictures")).addDigits(200);
        Path team = sameFromTheFolder(spec("{images: pictures}", "  normalise: min-max\n"));

        assertThat(contents(team)).doesNotContain("pictures", ".png", folder.toString());
    }

    @Test
    void idx_isPreparedFromTheFolderAsFromItsFiles() throws Exception {
        idx("images", new byte[] {0, 0, 8, 3, 0, 0, 0, 90, 0, 0, 0, 5, 0, 0, 0, 5}, 25);
        idx("labels", new byte[] {0, 0, 8, 1, 0, 0, 0, 90}, 1);

        sameFromTheFolder(spec("{idx: {images: images, labels: labels}}", "  split: {stratify: false}\n"));
    }

    private void idx(String name, byte[] head, int bytes) throws IOException {
        var file = new ByteArrayOutputStream();
        file.write(head);
        Random random = new Random(7);
        for (int i = 0; i < 90 * bytes; i++) {
            file.write(bytes == 1 ? i % 2 : random.nextInt(256));
        }
        Files.write(folder.resolve(name), file.toByteArray());
    }

    @Test
    void tableWithMissingCells_isPreparedFromTheFolderAsFromItsFile() throws Exception {
        Path team = sameFromTheFolder(spec("{csv: table.csv, label: kind}", """
                  split: {column: part}
                  missing: impute
                  columns: {colour: category}
                """));

        assertThat(contents(team)).doesNotContain(SECRET, "table.csv", folder.toString());
        assertThat(contents(team)).contains("colour=blue");
    }

    @Test
    void spec_keepsItsNameItsValuesAndItsChecks() throws Exception {
        Path original = spec("{csv: table.csv, label: kind}", """
                  split: {column: part}
                  missing: impute
                  checks: advise
                """);
        StudySpec shared = read(share(original)).spec();
        StudySpec spec = read(original).spec();

        assertThat(shared.study()).isEqualTo("spec");
        for (String section : List.of("study", "model", "space", "objective", "search")) {
            assertThat(shared.meaning().spec().get(section))
                    .isEqualTo(spec.meaning().spec().get(section));
        }
        assertThat(shared.dataPolicy()).isEqualTo(spec.dataPolicy());
        assertThat(shared.meaning().spec().get("data").toString())
                .isEqualTo("{\"source\":{\"shared\":\"data.shared\"}}");
    }

    @Test
    void specWithoutTestRows_leavesNothing() throws IOException {
        Path original = spec(
                "{csv: table.csv, label: kind}",
                "  split: {train: 0.8, validation: 0.2, test: 0}\n  missing: impute\n");

        assertThatThrownBy(() -> share(original))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("its split has no row of test");
        assertThat(list()).containsExactlyInAnyOrder("spec.yaml", "table.csv");
    }

    @Test
    void refusedData_leaveNothing() throws IOException {
        Path original = spec("{csv: table.csv, label: kind}", "  missing: impute\n");
        String table = Files.readString(folder.resolve("table.csv"));
        Files.writeString(folder.resolve("table.csv"), table + table.substring(table.indexOf('\n') + 1));

        assertThatThrownBy(() -> share(original)).isInstanceOf(RefusedData.class);
        assertThat(list()).containsExactlyInAnyOrder("spec.yaml", "table.csv");
    }

    @Test
    void sharedFolder_isNotSharedOnceMore() throws IOException {
        Path shared = share(spec("{csv: table.csv, label: kind}", "  missing: impute\n"));

        assertThatThrownBy(() -> new SharedFolder(folder.resolve("other")).write(read(shared), keys()))
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith("is shared already; copy its folder");
    }

    @Test
    void keyThatWasDecidedBefore_isRefused() throws IOException {
        Path shared = share(spec("{csv: table.csv, label: kind}", "  missing: impute\n"));
        Files.writeString(shared, Files.readString(shared).replace("data:\n", "data:\n  normalise: none\n"));

        assertThatThrownBy(() -> read(shared))
                .hasMessageContaining("data.normalise: normalise was decided before the data were shared; remove it");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 11, 500, -1})
    void damagedData_areRefused(int length) throws IOException {
        Path shared = share(spec("{csv: table.csv, label: kind}", "  missing: impute\n"));
        Path data = shared.resolveSibling("data.shared");
        byte[] whole = Files.readAllBytes(data);
        Files.write(data, Arrays.copyOf(whole, length < 0 ? whole.length + length : length));

        assertThatThrownBy(() -> Studies.prepare(read(shared).spec()))
                .isInstanceOf(UserError.class)
                .hasMessage(data + ": not whole shared data of this version, expected what touchstone seal wrote");
    }

    /** @return the shared folder, in which there is no test row */
    private Path sameFromTheFolder(Path original) throws Exception {
        Path shared = share(original);
        Prepared expected = Studies.prepare(read(original).spec());
        Prepared prepared = Studies.prepare(read(shared).spec());

        assertThat(digest(prepared)).isEqualTo(digest(expected));
        String contents = contents(shared.getParent());
        Set<String> tunable = tunableRows(original);
        for (byte[] row : RowHunt.sealedRows(expected)) {
            String sealed = new String(row, ISO_8859_1);
            assertThat(contents.contains(sealed)).isEqualTo(tunable.contains(sealed));
        }
        return shared.getParent();
    }

    /** Those that train and validation have. */
    private static Set<String> tunableRows(Path original) {
        PreparedData data = DataPreparation.divide(read(original).spec().data()).data();
        Set<String> rows = new HashSet<>();
        for (Rows part : List.of(data.train(), data.validation())) {
            for (int row = 0; row < part.count(); row++) {
                ByteBuffer bytes =
                        ByteBuffer.allocate(part.width() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(part.features().slice(row * part.width(), part.width()));
                rows.add(new String(bytes.array(), ISO_8859_1));
            }
        }
        return rows;
    }

    private static String digest(Prepared prepared) throws IOException {
        return Sha256.of(out -> PreparedDataFormat.write(prepared.data(), out));
    }

    private Path share(Path original) {
        return new SharedFolder(folder.resolve("team"))
                .write(read(original), keys())
                .spec();
    }

    private VaultKeys keys() {
        return VaultKeys.inFolder(folder.resolve("team-keys"));
    }

    private static ReadSpec read(Path spec) {
        return SpecFile.read(spec, Overrides.NONE);
    }

    private Path spec(String source, String more) throws IOException {
        StringBuilder table = new StringBuilder("weight,size,colour,part,kind\n");
        for (int row = 0; row < 90; row++) {
            String part =
                    List.of("train", "train", "train", "validation", "test").get(row % 5);
            String colour =
                    part.equals("test") ? SECRET : List.of("red", "blue", "").get(row % 3);
            String weight = row % 7 == 0 ? "" : row * 53 % 97 + ".25";
            table.append(
                    "%s,%d.5,%s,%s,%s%n".formatted(weight, row * 37 % 101, colour, part, row / 2 % 2 == 0 ? "a" : "b"));
        }
        Files.writeString(folder.resolve("table.csv"), table);
        return Files.writeString(
                folder.resolve("spec.yaml"), "study: spec\ndata:\n  source: " + source + "\n" + more + MODEL);
    }

    private List<String> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("team-keys"))
                    .toList();
        }
    }

    private static String contents(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(new String(Files.readAllBytes(file), ISO_8859_1));
            }
        }
        return all.toString();
    }
}
