package dev.touchstone.bench.range;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Trains the grid of every case, or what is left of it, and prints what rules read and what the gate says. */
public final class RangeFigures {
    private final Path folder;
    private final PrintWriter out;

    /** @param folder where values are kept to go on with */
    public RangeFigures(Path folder, PrintWriter out) {
        this.folder = folder;
        this.out = out;
    }

    /** @param every only one case of so many */
    public void print(int every) throws IOException {
        Files.createDirectories(folder);
        KeptValues values = new KeptValues(folder.resolve("values.txt"));
        List<RangeCase> cases = RangeCase.all();
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < cases.size(); i += every) {
            System.err.println((i + 1) + " of " + cases.size() + ": " + cases.get(i).name());
            readings.add(Reading.of(cases.get(i), values));
        }
        List<Reading> readable = readings.stream().filter(Reading::isReadable).toList();
        out.printf(
                "%d cases, of which the ramp of %d is read%n%n", readings.size(), readable.size());
        print("true intervals of at least 3 grid points", readable.stream().filter(each -> !each.truth().isNarrow()).toList());
        print("narrower ones", readable.stream().filter(each -> each.truth().isNarrow()).toList());
        readings.forEach(this::print);
        out.flush();
    }

    private void print(String which, List<Reading> readings) {
        out.println(which + ": " + readings.size());
        if (!readings.isEmpty()) {
            new Rates(readings, out).print();
            new Verdicts(readings, out).print();
        }
        out.println();
    }

    private void print(Reading reading) {
        double[] rates = Grid.rates();
        out.printf(
                Locale.ROOT,
                "%-42s usable %.2g to %.2g",
                reading.of().name(),
                rates[reading.truth().first()],
                rates[reading.truth().last()]);
        if (reading.isReadable()) {
            for (Rule rule : Rule.values()) {
                out.printf(Locale.ROOT, " %.2g%s", reading.rate(rule), reading.isInside(rule, 1) ? "" : "*");
            }
        } else {
            out.print(" " + reading.judgements().get(0).reason());
        }
        out.println();
    }
}
