package dev.touchstone.diagnosis.data;

import dev.touchstone.base.Seed;
import dev.touchstone.data.ColumnRule;
import dev.touchstone.data.DataPreparation;
import dev.touchstone.data.DataPreparation.Prepared;
import dev.touchstone.data.DataSpec;
import dev.touchstone.data.Normalisation;
import dev.touchstone.data.Source;
import dev.touchstone.data.SpecColumn;
import dev.touchstone.data.SplitSpec;
import dev.touchstone.data.TableSpec;
import dev.touchstone.diagnosis.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A real table in which faults can be planted; rows are counted from 0, the label is the last column. */
final class RealTable {
    static final Seed SEED = new Seed(1);
    private static final SplitSpec SPLIT = new SplitSpec(0.7, 0.15, 0.15, true, 7);

    /** No row changes its split when a number is changed. */
    private static final SplitSpec UNSTRATIFIED = new SplitSpec(0.7, 0.15, 0.15, false, 7);

    final List<String> header;
    final List<List<String>> rows;
    SplitSpec split = SPLIT;
    Normalisation normalise = Normalisation.STANDARDISE;
    TableSpec table = TableSpec.DEFAULT;

    private RealTable(List<List<String>> lines) {
        header = lines.get(0);
        rows = new ArrayList<>(lines.subList(1, lines.size()));
    }

    static RealTable digits() {
        return read("digits.csv");
    }

    static RealTable breastCancer() {
        return read("breast-cancer.csv");
    }

    /** Sixty-six utterances of each of fifteen speakers. */
    static RealTable vowel() {
        return read("vowel.csv");
    }

    /** Every fifth of the diamonds; their price is the last column. */
    static RealTable diamonds() {
        RealTable diamonds = read("diamonds.csv");
        diamonds.moveToEnd(diamonds.header.indexOf("price"));
        List<List<String>> all = List.copyOf(diamonds.rows);
        diamonds.rows.clear();
        IntStream.range(0, all.size() / 5).forEach(i -> diamonds.rows.add(all.get(5 * i)));
        diamonds.split = UNSTRATIFIED;
        return diamonds;
    }

    /** Sixteen measures of printed letters, whole numbers from 0 to 15. */
    static RealTable letters() {
        RealTable letters = read(Path.of("src", "bench", "data", "letters.csv"));
        letters.moveToEnd(0);
        return letters;
    }

    private static RealTable read(String file) {
        return read(Path.of("search-spaces", "data", file));
    }

    private static RealTable read(Path file) {
        try {
            return new RealTable(Files.readAllLines(file).stream()
                    .<List<String>>map(line -> new ArrayList<>(Arrays.asList(line.split(","))))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table of some columns, its label the last. */
    static RealTable of(List<String> header, List<List<String>> rows) {
        List<List<String>> lines = new ArrayList<>(List.of(new ArrayList<>(header)));
        rows.forEach(row -> lines.add(new ArrayList<>(row)));
        return new RealTable(lines);
    }

    int labelColumn() {
        return header.size() - 1;
    }

    String label(int row) {
        return rows.get(row).get(labelColumn());
    }

    void set(int row, int column, Object value) {
        rows.get(row).set(column, String.valueOf(value));
    }

    /** The cell of a row as a number. */
    double number(int row, String column) {
        return Double.parseDouble(rows.get(row).get(header.indexOf(column)));
    }

    /** A copy of a row, put at the end. */
    void repeat(int row) {
        rows.add(new ArrayList<>(rows.get(row)));
    }

    private void moveToEnd(int column) {
        header.add(header.remove(column));
        rows.forEach(row -> row.add(row.remove(column)));
    }

    /** Says what a column is. */
    void rule(String column, ColumnRule rule) {
        List<TableSpec.Ruled> rules = new ArrayList<>(table.columns());
        rules.add(new TableSpec.Ruled(new SpecColumn(column, "data.columns"), rule));
        table = new TableSpec(rules, table.missing());
    }

    /** A column more, before all others. */
    void addColumn(String name, IntFunction<?> valueOfRow) {
        List<?> values = IntStream.range(0, rows.size()).mapToObj(valueOfRow).toList();
        header.add(0, name);
        for (int row = 0; row < rows.size(); row++) {
            rows.get(row).add(0, String.valueOf(values.get(row)));
        }
    }

    Prepared prepare() {
        try {
            Path file = Files.createTempFile("planted", ".csv");
            List<String> lines = new ArrayList<>(List.of(String.join(",", header)));
            rows.forEach(row -> lines.add(String.join(",", row)));
            Files.write(file, lines);
            Source source = new Source.Csv(file, header.get(labelColumn()), table);
            Prepared prepared = DataPreparation.prepare(new DataSpec(source, List.of(), split, normalise));
            Files.delete(file);
            return prepared;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of the source that train has. */
    int[] train() {
        return prepare().origin().train();
    }

    /** Rows of the source that validation has. */
    int[] validation() {
        return prepare().origin().validation();
    }

    /** What findings call the first of some rows. */
    static List<Integer> numbers(int[] rows, int count) {
        return IntStream.of(rows).limit(count).map(row -> row + 1).boxed().toList();
    }

    List<Finding> check() {
        return DataChecks.run(prepare(), SEED);
    }

    /** The finding of a code; fails when it is not there. */
    static Finding found(List<Finding> findings, String code) {
        return findings.stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code + " in "
                        + findings.stream().map(Finding::code).collect(Collectors.joining(", "))));
    }
}
