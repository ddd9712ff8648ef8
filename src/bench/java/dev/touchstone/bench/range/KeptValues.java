package dev.touchstone.bench.range;

import dev.touchstone.base.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Values at the end of trainings, a line for each case and rate, so that an interrupted benchmark goes on. */
final class KeptValues {
    private static final String SEPARATOR = "\t";

    private final Path file;
    private final Map<String, double[]> values = new HashMap<>();

    KeptValues(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] cells = line.split(SEPARATOR);
                values.put(
                        cells[0] + SEPARATOR + cells[1],
                        Arrays.stream(cells, 2, cells.length)
                                .mapToDouble(Double::parseDouble)
                                .toArray());
            }
        }
    }

    /** Whether all of a case is there. */
    boolean has(RangeCase each) {
        return Arrays.stream(Grid.rates()).allMatch(rate -> values.containsKey(key(each, rate)));
    }

    private static String key(RangeCase each, double rate) {
        return each.name() + SEPARATOR + rate;
    }

    /** One for each seed. */
    double[] get(RangeCase each, double rate) throws IOException {
        String key = key(each, rate);
        double[] kept = values.get(key);
        if (kept != null) {
            return kept;
        }
        double[] trained = new double[Grid.SEEDS];
        for (int seed = 0; seed < trained.length; seed++) {
            trained[seed] = Trained.value(each.task(), each.at(rate), new Seed(seed));
        }
        String cells = Arrays.stream(trained).mapToObj(String::valueOf).collect(Collectors.joining(SEPARATOR));
        Files.writeString(
                file, key + SEPARATOR + cells + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        values.put(key, trained);
        return trained;
    }
}
