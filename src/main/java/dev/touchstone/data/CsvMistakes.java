package dev.touchstone.data;

import java.nio.file.Path;

/** What is wrong in the rows of a CSV file, one line each, up to a handful. */
final class CsvMistakes {
    private static final int LONGEST_QUOTE = 40;

    private final Path file;
    private final SourceMistakes mistakes = new SourceMistakes();

    CsvMistakes(Path file) {
        this.file = file;
    }

    void width(long line, int found, int expected) {
        add(line, "found " + found + " cells, expected " + expected);
    }

    void cell(long line, String column, String found, String expected) {
        add(line, "column '" + column + "': found " + quoted(found) + ", expected " + expected);
    }

    void column(String column, String mistake) {
        add(1, "column '" + column + "': " + mistake);
    }

    void missing(CsvColumn column) {
        add(
                column.firstMissing(),
                "column '" + column.name() + "': " + column.missing()
                        + (column.missing() == 1 ? " cell holds" : " cells hold, the first one here,")
                        + " no value; state data: {missing: drop} or {missing: impute}, or columns: {" + column.name()
                        + ": ignore}");
    }

    /** Throws what was found so far, if anything. */
    void refuse() {
        mistakes.refuse();
    }

    private void add(long line, String mistake) {
        mistakes.add(file + ":" + line + ": " + mistake);
    }

    private static String quoted(String cell) {
        if (cell.isEmpty()) {
            return "nothing";
        }
        return "'" + (cell.length() > LONGEST_QUOTE ? cell.substring(0, LONGEST_QUOTE) + "…" : cell) + "'";
    }
}
