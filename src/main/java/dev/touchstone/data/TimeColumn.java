package dev.touchstone.data;

import java.util.Optional;

/** Reads the cells of a time column: plain numbers all of them, or dates, as the first one is. */
final class TimeColumn {
    private final String name;
    private final CsvMistakes mistakes;
    private boolean dated;
    private long first;

    TimeColumn(String name, CsvMistakes mistakes) {
        this.name = name;
        this.mistakes = mistakes;
    }

    /** The cell's moment; nothing when it is none, or of the other kind, which is a mistake by then. */
    Optional<Moment> moment(String cell, long line) {
        Optional<Moment> moment = Moment.parse(cell);
        if (moment.isEmpty()) {
            mistakes.cell(line, name, cell, Moment.EXPECTED);
        } else if (first == 0) {
            first = line;
            dated = moment.get().dated();
        } else if (moment.get().dated() != dated) {
            mistakes.cell(line, name, cell, (dated ? "a date" : "a plain number") + " as on line " + first);
            return Optional.empty();
        }
        return moment;
    }

    /** Notes that two lines have one moment. */
    void refuseRepeated(String cell, long line, long earlier) {
        mistakes.cell(line, name, cell, "each time once; line " + earlier + " has it, too");
    }
}
