package dev.touchstone.bench.faults;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Series to forecast, drawn from fixed seeds: some observations are missing, as in most that are measured. */
final class DrawnSeries {
    private static final double MISSING = 0.003;
    private static final LocalDate FIRST = LocalDate.of(2001, 1, 1);

    private DrawnSeries() {}

    /** It grows, has a week and half a year, and noise that lasts: validation lies above all of train. */
    static Table demand(String label) {
        Random random = new Random(31);
        double[] noise = new double[1];
        return series(label, 2000, 1, random, day -> {
            noise[0] = 0.7 * noise[0] + 2 * random.nextGaussian();
            return 200 + 0.03 * day + 9 * wave(day, 7) + 8 * wave(day, 182) + noise[0];
        });
    }

    /** A season on a level that wanders, and seldom comes back within a window. */
    static Table walk(String label) {
        Random random = new Random(32);
        double[] level = {80};
        return series(label, 1900, 7, random, week -> {
            level[0] += 0.01 * (80 - level[0]) + 0.6 * random.nextGaussian();
            return level[0] + 5 * wave(week, 26);
        });
    }

    /** It stays where it is: two cycles and noise that lasts. */
    static Table load(String label) {
        Random random = new Random(33);
        double[] noise = new double[1];
        return series(label, 1900, 1, random, day -> {
            noise[0] = 0.6 * noise[0] + random.nextGaussian();
            return 50 + 6 * wave(day, 24) + 4 * wave(day, 8.5) + noise[0];
        });
    }

    private static double wave(int step, double period) {
        return Math.sin(2 * Math.PI * step / period);
    }

    private static Table series(String label, int length, int days, Random random, IntToDoubleFunction value) {
        List<String[]> rows = new ArrayList<>();
        for (int step = 0; step < length; step++) {
            String cell = Table.text(value.applyAsDouble(step));
            String date = FIRST.plusDays((long) days * step).toString();
            rows.add(new String[] {date, random.nextDouble() < MISSING ? "" : cell});
        }
        return new Table(List.of("date", label), rows);
    }
}
