package dev.touchstone.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The digits as a table that says of each whether it is even, at least five, and has a hole. */
public final class LabelledDigits {
    public static final List<String> LABELS = List.of("even", "large", "hole");

    private static final Set<Integer> WITH_A_HOLE = Set.of(0, 4, 6, 8, 9);

    private LabelledDigits() {}

    /** Writes the first rows. */
    public static Path write(Path file, int rows) throws IOException {
        List<String> digits = Files.readAllLines(Path.of("search-spaces/data/digits.csv"));
        List<String> lines = new ArrayList<>();
        lines.add(digits.get(0).replaceFirst(",digit$", "," + String.join(",", LABELS)));
        for (String line : digits.subList(1, rows + 1)) {
            int comma = line.lastIndexOf(',');
            int digit = Integer.parseInt(line.substring(comma + 1));
            lines.add(line.substring(0, comma + 1) + (digit % 2 == 0 ? 1 : 0) + "," + (digit >= 5) + ","
                    + (WITH_A_HOLE.contains(digit) ? "1" : "0"));
        }
        return Files.write(file, lines);
    }

    /** The spec of such a table. */
    public static DataSpec spec(Path file) {
        return new DataSpec(
                new Source.Csv(file, LABELS, TableSpec.DEFAULT),
                List.of(),
                SplitSpec.DEFAULT,
                Normalisation.STANDARDISE);
    }
}
