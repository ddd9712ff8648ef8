package dev.touchstone.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.base.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSourceTest {
    @TempDir
    private Path folder;

    @Test
    void digits_areReadWhole() {
        Dataset digits = RealData.read(RealData.digits());

        assertThat(digits.rows().count()).isEqualTo(1797);
        assertThat(digits.rows().width()).isEqualTo(64);
        assertThat(digits.shape()).containsExactly(1, 8, 8);
        assertThat(digits.featureNames()).hasSize(64).startsWith("p00", "p01").doesNotContain("digit");
        assertThat(digits.classNames()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(digits.rows().numbers()[2]).isEqualTo(5);
        assertThat(digits.rows().labels()).startsWith(0, 1, 2, 3);
    }

    @Test
    void labelColumn_mayStandAnywhere() throws IOException {
        Dataset dataset = read("a,label,b\n1,x,2\n3,y,4\n");

        assertThat(dataset.featureNames()).containsExactly("a", "b");
        assertThat(dataset.rows().numbers()).containsExactly(1, 2, 3, 4);
        assertThat(dataset.shape()).containsExactly(2);
    }

    @Test
    void classes_ascendByValueWhenAllAreNumbers() throws IOException {
        Dataset dataset = read("a,label\n1,10\n2,9\n3,-1\n");

        assertThat(dataset.classNames()).containsExactly("-1", "9", "10");
        assertThat(dataset.rows().labels()).containsExactly(2, 1, 0);
    }

    @Test
    void classes_ascendByTextWhenOneIsNoNumber() throws IOException {
        assertThat(read("a,label\n1,10\n2,9\n3,many\n").classNames()).containsExactly("10", "9", "many");
    }

    @Test
    void byteOrderMarkWindowsLineEndsQuotesSpacesAndGzip_readLikeThePlainFile() throws IOException {
        Dataset plain = read("first,second,label\n1.5,-2e3,yes\n.25,4,no\n");
        String dressed = "\uFEFF\"first\", second,label\r\n\"1.5\",-2e3 ,yes\r\n\r\n 0.25,4.0,\"no\"\r\n";
        Path zipped = folder.resolve("zipped.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(dressed.getBytes(UTF_8));
        }

        Dataset same = RealData.read(new Source.Csv(zipped, "label"));

        assertThat(same).usingRecursiveComparison().isEqualTo(plain);
        assertThat(DataFingerprint.of(same)).isEqualTo(DataFingerprint.of(plain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "Infinity", "-Infinity", "1e39", "0x1p3", "1f", "1d", "1 000", "1_000", "-"})
    void cell_thatIsNoFiniteNumberIsRefused(String cell) {
        assertThatThrownBy(() -> read("a,b,label\n1,2,x\n1," + cell + ",y\n"))
                .isInstanceOf(UserError.class)
                .hasMessage(file() + ":3: column 'b': found '" + cell
                        + "', expected a number; or state columns: {b: category}");
    }

    @ParameterizedTest
    @CsvSource({"1.5,1.5", "-0.25,-0.25", "+3,3", "2E-3,0.002", ".5,0.5", "7.,7"})
    void cell_mayBeAnyPlainDecimal(String cell, float number) throws IOException {
        assertThat(read("a,label\n" + cell + ",x\n0,y\n").rows().numbers()[0]).isEqualTo(number);
    }

    @Test
    void emptyLabel_isRefused() {
        assertThatThrownBy(() -> read("a,label\n1,x\n2,\n"))
                .hasMessage(file() + ":3: column 'label': found nothing, expected a label");
    }

    @Test
    void severalMistakes_areToldAtOnceUpToFive() {
        String rows = "1,x\n" + "bad,x\n".repeat(7);
        assertThatThrownBy(() -> read("a,label\n" + rows))
                .satisfies(e -> assertThat(e.getMessage().lines())
                        .hasSize(5)
                        .allMatch(line -> line.contains("column 'a': found 'bad', expected a number"))
                        .first()
                        .asString()
                        .startsWith(file() + ":3:"));
    }

    @Test
    void longCellWithControlCharacters_isQuotedShortAndPrintable() {
        assertThatThrownBy(() -> read("a,label\n\"\u001b[31m" + "z".repeat(500) + "\",x\n"))
                .satisfies(e -> assertThat(e.getMessage())
                        .doesNotContain("\u001b")
                        .hasSizeLessThan(file().toString().length() + 100));
    }

    @Test
    void raggedRow_isRefusedWithItsLine() {
        assertThatThrownBy(() -> read("a,b,label\n1,2,x\n1,y\n1,2,3,y\n"))
                .hasMessage(file() + ":3: found 2 cells, expected 3\n" + file() + ":4: found 4 cells, expected 3");
    }

    @Test
    void lastLineWithoutLineEnd_hasItsOwnNumber() {
        assertThatThrownBy(() -> read("a,label\n1,x\nbad,y")).hasMessageStartingWith(file() + ":3: ");
    }

    @Test
    void missingLabelColumn_namesTheNearestAndListsSome() {
        String header = "p0,p1,p2,p3,p4,p5,p6,p7,p8,digit\n";
        assertThatThrownBy(() -> read(header, "digits"))
                .hasMessage(file() + ":1: no label column 'digits'; nearest is 'digit'; columns: "
                        + "p0, p1, p2, p3, p4, p5, p6, p7, … (10 in all)");
    }

    @Test
    void duplicateColumn_isRefused() {
        assertThatThrownBy(() -> read("a,b,a,label\n1,2,3,x\n")).hasMessageContaining(":1: column 'a' is there twice");
    }

    @Test
    void namelessColumn_isRefused() {
        assertThatThrownBy(() -> read("a,,label\n1,2,x\n")).hasMessageContaining(":1: column 2 has no name");
    }

    @Test
    void labelAlone_isRefused() {
        assertThatThrownBy(() -> read("label\nx\ny\n")).hasMessageContaining("expected at least one feature");
    }

    @Test
    void emptyFile_isRefused() {
        assertThatThrownBy(() -> read("")).hasMessage(file() + ":1: empty, expected a header line and rows");
    }

    @Test
    void headerOnly_isRefused() {
        assertThatThrownBy(() -> read("a,label\n")).hasMessage(file() + ":2: found a header and no row, expected rows");
    }

    @Test
    void singleClass_isRefused() {
        assertThatThrownBy(() -> read("a,label\n1,x\n2,x\n"))
                .hasMessage(file() + ": found only the class [x], expected at least two classes");
    }

    @Test
    void quoteThatNeverCloses_isRefused() {
        assertThatThrownBy(() -> read("a,label\n1,x\n\"2,y\n"))
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith("a quoted cell does not end with its closing quote");
    }

    @Test
    void missingFile_isRefused() {
        Path missing = folder.resolve("nowhere.csv");
        assertThatThrownBy(() -> RealData.read(new Source.Csv(missing, "label")))
                .isInstanceOf(UserError.class)
                .hasMessage(missing + ": no such file");
    }

    @Test
    void folderInPlaceOfAFile_isRefused() {
        assertThatThrownBy(() -> RealData.read(new Source.Csv(folder, "label")))
                .isInstanceOf(UserError.class)
                .hasMessage(folder + ": a folder, expected a file");
    }

    @Test
    void otherEncoding_isRefused() throws IOException {
        Files.write(file(), "größe,label\n1,x\n".getBytes(ISO_8859_1));
        assertThatThrownBy(() -> RealData.read(new Source.Csv(file(), "label")))
                .hasMessage(file() + ": not text in UTF-8");
    }

    @Test
    void gzipNameOnPlainText_isRefused() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain.csv.gz"), "a,label\n1,x\n");
        assertThatThrownBy(() -> RealData.read(new Source.Csv(plain, "label")))
                .hasMessage(plain + ": not a whole gzip file");
    }

    @Test
    void shapeOfAnotherSize_isRefused() {
        DataSpec spec = new DataSpec(RealData.digits(), List.of(1, 8, 9), SplitSpec.DEFAULT, Normalisation.NONE);
        assertThatThrownBy(() -> new SourceReader().read(spec))
                .isInstanceOf(UserError.class)
                .hasMessage("data: shape: found [1, 8, 9], which makes 72 values a row;"
                        + " expected the source's 64 features");
    }

    private Path file() {
        return folder.resolve("rows.csv");
    }

    private Dataset read(String content) throws IOException {
        return read(content, "label");
    }

    private Dataset read(String content, String label) throws IOException {
        Files.writeString(file(), content);
        return RealData.read(new Source.Csv(file(), label));
    }
}
