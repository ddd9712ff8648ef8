package dev.touchstone.data;

import dev.touchstone.base.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is wrong in the rows of a CSV file, one line each, up to a handful. */
final class CsvMistakes {
    private static final int MOST = 5;
    private static final int LONGEST_QUOTE = 40;

    private final Path file;
    private final List<String> lines = new ArrayList<>();

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
        if (!lines.isEmpty()) {
            throw new UserError(String.join("\n", lines));
        }
    }

    private void add(long line, String mistake) {
        lines.add(file + ":" + line + ": " + mistake);
        if (lines.size() == MOST) {
            refuse();
        }
    }

    private static String quoted(String cell) {
        if (cell.isEmpty()) {
            return "nothing";
        }
        String printable = cell.replaceAll("\\p{Cntrl}", "?");
        return "'"
                + (printable.length() > LONGEST_QUOTE ? printable.substring(0, LONGEST_QUOTE) + "…" : printable)
                + "'";
    }
}
