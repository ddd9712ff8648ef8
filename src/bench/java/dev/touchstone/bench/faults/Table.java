package dev.touchstone.bench.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * What a CSV file holds, to be changed before it is written. Cells have no commas and no quotes.
 *
 * @param header names of the columns
 * @param rows cells of each line
 */
record Table(List<String> header, List<String[]> rows) {
    static Table read(Path file) {
        try {
            List<String[]> lines = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                lines.add(line.split(",", -1));
            }
            return new Table(List.of(lines.get(0)), new ArrayList<>(lines.subList(1, lines.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another that may be changed without changing this one. */
    Table copy() {
        List<String[]> copied = new ArrayList<>();
        rows.forEach(row -> copied.add(row.clone()));
        return new Table(header, copied);
    }

    /** The same with a column at the end. */
    Table with(String column, List<String> cells) {
        List<String> wider = new ArrayList<>(header);
        wider.add(column);
        List<String[]> longer = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            String[] cell = Arrays.copyOf(rows.get(row), wider.size());
            cell[wider.size() - 1] = cells.get(row);
            longer.add(cell);
        }
        return new Table(wider, longer);
    }

    /** The same without a column that it may have. */
    Table without(String column) {
        int gone = header.indexOf(column);
        if (gone < 0) {
            return this;
        }
        List<String[]> narrower = new ArrayList<>();
        for (String[] row : rows) {
            List<String> cells = new ArrayList<>(List.of(row));
            cells.remove(gone);
            narrower.add(cells.toArray(String[]::new));
        }
        return new Table(header.stream().filter(name -> !name.equals(column)).toList(), narrower);
    }

    /** Place of a column. */
    int at(String column) {
        int place = header.indexOf(column);
        if (place < 0) {
            throw new IllegalArgumentException("no column " + column);
        }
        return place;
    }

    String cell(int row, String column) {
        return rows.get(row)[at(column)];
    }

    void set(int row, String column, String cell) {
        rows.get(row)[at(column)] = cell;
    }

    double number(int row, String column) {
        return Double.parseDouble(cell(row, column));
    }

    /** Changes a cell that is a number. */
    void change(int row, String column, DoubleUnaryOperator how) {
        set(row, column, text(how.applyAsDouble(number(row, column))));
    }

    /** Whether a column is of numbers, as far as its first row shows. */
    boolean isNumber(String column) {
        return rows.get(0)[at(column)].matches("[-+.\\deE]+");
    }

    /** A number as a cell. */
    static String text(double number) {
        return String.format(Locale.ROOT, "%.7g", number);
    }

    /** Mean and standard deviation of the numbers of a column. */
    double[] scale(String column) {
        double[] numbers =
                rows.stream().mapToDouble(row -> Double.parseDouble(row[at(column)])).toArray();
        double mean = Arrays.stream(numbers).average().orElse(0);
        double variance =
                Arrays.stream(numbers).map(number -> (number - mean) * (number - mean)).average().orElse(0);
        return new double[] {mean, Math.sqrt(variance)};
    }

    String csv() {
        StringBuilder text = new StringBuilder(String.join(",", header)).append('\n');
        rows.forEach(row -> text.append(String.join(",", row)).append('\n'));
        return text.toString();
    }
}
