package dev.touchstone.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/**
 * A cell of a time column.
 *
 * @param dated whether the cell was an ISO date, with or without time of day, and not a plain number
 * @param value seconds since 1970 of a date, UTC where it names no zone; else the number
 */
record Moment(boolean dated, double value) {
    /** What a cell that is no moment should have been. */
    static final String EXPECTED = "a time: a number, or a date such as 2001-12-31 or 2001-12-31T23:59:59";

    static Optional<Moment> parse(String cell) {
        double number = Decimal.parse(cell);
        return Double.isNaN(number) ? date(cell) : Optional.of(new Moment(false, number));
    }

    private static Optional<Moment> date(String cell) {
        try {
            TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parse(cell.replace(' ', 'T'));
            ZoneOffset zone = time.isSupported(ChronoField.OFFSET_SECONDS) ? ZoneOffset.from(time) : ZoneOffset.UTC;
            return Optional.of(
                    new Moment(true, LocalDateTime.from(time).toInstant(zone).toEpochMilli() / 1e3));
        } catch (DateTimeException e) {
            return day(cell);
        }
    }

    private static Optional<Moment> day(String cell) {
        try {
            return Optional.of(
                    new Moment(true, LocalDate.parse(cell).atStartOfDay().toEpochSecond(ZoneOffset.UTC)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
