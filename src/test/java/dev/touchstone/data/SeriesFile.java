package dev.touchstone.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A daily series with gaps whose value at each moment is the number of its day, so that values tell their time. */
final class SeriesFile {
    private static final LocalDate FIRST = LocalDate.of(2001, 1, 1);

    final TreeMap<Integer, Integer> values = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();

    /** Days at random, some of which have no line and some no value. */
    static SeriesFile random(Random random, int days) {
        SeriesFile series = new SeriesFile();
        for (int day = 0; day < days; day++) {
            int draw = random.nextInt(40);
            if (draw == 0) {
                series.lines.add(FIRST.plusDays(day) + ",");
            } else if (draw > 1) {
                series.values.put(day, day);
                series.lines.add(FIRST.plusDays(day) + "," + day);
            }
        }
        return series;
    }

    static SeriesFile whole(int days) {
        SeriesFile series = new SeriesFile();
        IntStream.range(0, days).forEach(day -> {
            series.values.put(day, day);
            series.lines.add(FIRST.plusDays(day) + "," + day);
        });
        return series;
    }

    SeriesFile shuffled(Random random) {
        Collections.shuffle(lines, random);
        return this;
    }

    Source.Windows windows(Path folder, int length, int horizon) {
        try {
            Path file = folder.resolve("series.csv");
            Files.writeString(file, "day,value\n" + String.join("\n", lines) + "\n");
            return windows(file, length, horizon, MissingCells.DROP);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Source.Windows windows(Path file, int length, int horizon, MissingCells missing) {
        return new Source.Windows(
                file,
                new SpecColumn("day", "data.source.windows.time on line 3 of the spec"),
                new SpecColumn("value", "data.source.windows.value on line 3 of the spec"),
                length,
                horizon,
                missing);
    }

    /** The number of the day that a time of a row is. */
    static int day(String time) {
        return (int) (LocalDate.parse(time).toEpochDay() - FIRST.toEpochDay());
    }
}
