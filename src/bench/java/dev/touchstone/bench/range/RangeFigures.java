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

    /** Trains what is not kept yet, and prints all. */
    public void print() throws IOException {
        Files.createDirectories(folder);
        KeptValues values = new KeptValues(folder.resolve("values.txt"));
        List<RangeCase> cases = RangeCase.all();
        for (int i = 0; i < cases.size(); i++) {
            System.err.println((i + 1) + " of " + cases.size() + ": " + cases.get(i).name());
            for (double rate : Grid.rates()) {
                values.get(cases.get(i), rate);
            }
        }
        printKept();
    }

    /** Prints the cases whose values are all kept, and trains nothing. */
    public void printKept() throws IOException {
        KeptValues values = new KeptValues(folder.resolve("values.txt"));
        List<Reading> readings = new ArrayList<>();
        for (RangeCase each : RangeCase.all()) {
            if (values.has(each)) {
                readings.add(Reading.of(each, values));
            }
        }
        List<Reading> readable = readings.stream().filter(Reading::isReadable).toList();
        out.printf(
                "%d of %d cases; the ramp of %d is read%n%n",
                readings.size(), RangeCase.all().size(), readable.size());
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
