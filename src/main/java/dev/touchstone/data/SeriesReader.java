package dev.touchstone.data;

import dev.touchstone.base.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/** Reads the one series of a CSV file and puts it in order of time; columns but its two are passed over. */
final class SeriesReader {
    private final Source.Windows source;
    private final CsvMistakes mistakes;
    private final TimeColumn times;
    private final List<Observation> series = new ArrayList<>();

    private SeriesReader(Source.Windows source) {
        this.source = source;
        mistakes = new CsvMistakes(source.file());
        times = new TimeColumn(source.time().name(), mistakes);
    }

    /** What was observed, ascending in time, each moment once; at least two. */
    static List<Observation> read(Source.Windows source) {
        return new SeriesReader(source).read();
    }

    private List<Observation> read() {
        Path file = source.file();
        new CsvLines(file, mistakes).read(names -> {
            CsvHeader.refuseUnclearNames(file, names);
            int time = CsvHeader.position(file, names, source.time());
            int value = CsvHeader.position(file, names, source.value());
            return (row, line) -> add(row, time, value, line);
        });
        if (series.size() < 2) {
            throw new UserError(file + ": found " + series.size() + " lines with a value in column '"
                    + source.value().name() + "', expected a series");
        }
        series.sort(
                Comparator.comparingDouble(observation -> observation.moment().value()));
        for (int i = 1; i < series.size(); i++) {
            refuseRepeated(series.get(i - 1), series.get(i));
        }
        mistakes.refuse();
        return series;
    }

    private void add(CSVRecord row, int time, int value, long line) {
        Optional<Moment> moment = times.moment(row.get(time), line);
        String cell = row.get(value);
        float number = (float) Decimal.parse(cell);
        if (MissingCells.isMissing(cell)) {
            if (source.missing() == MissingCells.REFUSE) {
                mistakes.cell(
                        line,
                        source.value().name(),
                        cell,
                        "a number; or state data: {missing: drop}, and no window touches such a moment");
            }
        } else if (!Float.isFinite(number)) {
            mistakes.cell(line, source.value().name(), cell, "a number");
        } else {
            moment.ifPresent(at -> series.add(new Observation(line, row.get(time), at, number)));
        }
    }

    /** Sorting keeps lines of one moment in the order of the file. */
    private void refuseRepeated(Observation earlier, Observation later) {
        if (earlier.moment().value() == later.moment().value()) {
            times.refuseRepeated(later.time(), later.line(), earlier.line());
        }
    }
}
