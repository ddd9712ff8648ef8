package dev.touchstone.data;

import java.nio.file.Path;

/** What is wrong in the rows of a CSV file, or of several that are one table, one line each, up to a handful. */
final class CsvMistakes {
    private static final int LONGEST_QUOTE = 40;

    private final Path first;
    private Path file;
    private final SourceMistakes mistakes = new SourceMistakes();

    /** @param first the file that is read first */
    CsvMistakes(Path first) {
        this.first = first;
        file = first;
    }

    /** What comes is about this file. */
    void in(Path next) {
        file = next;
    }

    /** A line of the file that is being read, for messages about that one or a later one. */
    Place place(long line) {
        return new Place(file, line);
    }

    /** A line of a file. */
    record Place(Path file, long line) {}

    /** What to call a place in a message about the file that is being read. */
    String called(Place place) {
        return "line " + place.line()
                + (place.file().equals(file) ? "" : " of " + place.file().getFileName());
    }

    void width(long line, int found, int expected) {
        add(line, "found " + found + " cells, expected " + expected);
    }

    void cell(long line, String column, String found, String expected) {
        add(line, "column '" + column + "': found " + quoted(found) + ", expected " + expected);
    }

    void column(String column, String mistake) {
        add(new Place(first, 1), "column '" + column + "': " + mistake);
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
        add(place(line), mistake);
    }

    private void add(Place place, String mistake) {
        mistakes.add(place.file() + ":" + place.line() + ": " + mistake);
    }

    private static String quoted(String cell) {
        if (cell.isEmpty()) {
            return "nothing";
        }
        return "'" + (cell.length() > LONGEST_QUOTE ? cell.substring(0, LONGEST_QUOTE) + "…" : cell) + "'";
    }
}
