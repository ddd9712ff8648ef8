package dev.touchstone.bench.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Tables of skewed, correlated and ordered columns, drawn from fixed seeds, with noise in what is to be learnt. */
final class DrawnTables {
    private static final int ROWS = 3000;

    private static final List<String> CONDITIONS = List.of("poor", "fair", "good", "fine", "new");
    private static final List<String> DISTRICTS = List.of("centre", "harbour", "hill", "park", "station", "meadow");
    private static final double[] OF_DISTRICT = {0.5, 0.2, 0.35, 0.1, -0.1, -0.35};
    private static final List<String> SECTORS = List.of("care", "crafts", "finance", "public", "trade");
    private static final double[] OF_SECTOR = {-2, 0, 6, 1, -1};
    private static final List<String> TARIFFS = List.of("basic", "family", "business", "traveller");

    private DrawnTables() {}

    /** Prices with a long tail. */
    static Table houses(String label) {
        return drawn(new Random(11), List.of("size", "rooms", "age", "lot", "distance", "district", "condition", label), random -> {
            double size = Math.exp(4.6 + 0.45 * random.nextGaussian());
            double rooms = Math.max(1, Math.rint(size / 28 + 0.8 * random.nextGaussian()));
            double age = Math.min(120, exponential(random, 30));
            double lot = size * Math.exp(1.2 + 0.6 * random.nextGaussian());
            double distance = exponential(random, 6);
            int district = random.nextInt(DISTRICTS.size());
            int condition = Math.min(
                    4, Math.max(0, (int) Math.rint(3 - age / 40 + random.nextGaussian())));
            double price = Math.exp(8
                    + 0.8 * Math.log(size)
                    + OF_DISTRICT[district]
                    + 0.13 * condition
                    - 0.004 * age
                    + 0.06 * Math.log(lot)
                    - 0.03 * Math.min(distance, 15)
                    + 0.12 * random.nextGaussian());
            return List.of(
                    text(size),
                    text(rooms),
                    text(age),
                    text(lot),
                    text(distance),
                    DISTRICTS.get(district),
                    CONDITIONS.get(condition),
                    text(price));
        });
    }

    /** After Friedman (1991): two features interact, one bends, three tell nothing; neighbouring features correlate. */
    static Table yields(String label) {
        List<String> header = List.of("rain", "sun", "acid", "nitrogen", "potash", "clay", "slope", "height", label);
        return drawn(new Random(12), header, random -> {
            double[] x = new double[8];
            double before = random.nextGaussian();
            for (int i = 0; i < x.length; i++) {
                before = 0.4 * before + Math.sqrt(1 - 0.16) * random.nextGaussian();
                x[i] = 1 / (1 + Math.exp(-1.7 * before)); // about evenly from 0 to 1
            }
            double mean = 10 * Math.sin(Math.PI * x[0] * x[1]) + 20 * (x[2] - 0.5) * (x[2] - 0.5) + 10 * x[3] + 5 * x[4];
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < x.length; i++) {
                cells.add(text(i % 2 == 0 ? 100 * x[i] : Math.exp(2 * x[i]))); // every second one is skewed
            }
            cells.add(text(mean + 1.2 * random.nextGaussian()));
            return cells;
        });
    }

    /** Noise with a long tail: Student's t of four degrees of freedom. */
    static Table wages(String label) {
        return drawn(new Random(13), List.of("years", "schooling", "hours", "staff", "sector", label), random -> {
            double years = Math.min(45, exponential(random, 12));
            double schooling = Math.rint(9 + 3 * Math.abs(random.nextGaussian()));
            double hours = 20 + 20 * Math.sqrt(random.nextDouble());
            double staff = Math.exp(3 + 1.3 * random.nextGaussian());
            int sector = random.nextInt(SECTORS.size());
            double wage = 6
                    + 4 * Math.log1p(years)
                    + 1.1 * (schooling - 9) * (sector == 2 ? 1.5 : 1)
                    + OF_SECTOR[sector]
                    + 0.15 * (hours - 20)
                    + 0.8 * Math.log(staff)
                    + 1.3 * student(random);
            return List.of(
                    text(years), text(schooling), text(hours), text(staff), SECTORS.get(sector), text(Math.max(4, wage)));
        });
    }

    /** Classes of unlike size, told by numbers and texts together, and not with certainty. */
    static Table clients(String label) {
        List<String> header = List.of("age", "income", "calls", "members", "district", "sector", label);
        return drawn(new Random(14), header, random -> {
            double age = 18 + exponential(random, 22);
            double income = Math.exp(7.5 + 0.5 * random.nextGaussian() + 0.01 * Math.min(age, 60));
            double calls = Math.rint(exponential(random, 30));
            double members = 1 + Math.floor(exponential(random, 1.3));
            int district = random.nextInt(DISTRICTS.size());
            int sector = random.nextInt(SECTORS.size());
            double[] scores = {
                3.4 - 0.03 * calls,
                1.9 * members - 1.2 - 0.02 * Math.abs(age - 42),
                2.2 * Math.log(income / 2500) + (sector == 2 || sector == 1 ? 2.6 : -0.6),
                0.07 * calls + (district < 2 ? 1.2 : -0.8) - 0.6 * members
            };
            int best = 0;
            for (int i = 0; i < scores.length; i++) {
                scores[i] -= 0.35 * Math.log(-Math.log(random.nextDouble())); // Gumbel's
                best = scores[i] > scores[best] ? i : best;
            }
            return List.of(
                    text(age),
                    text(income),
                    text(calls),
                    text(members),
                    DISTRICTS.get(district),
                    SECTORS.get(sector),
                    TARIFFS.get(best));
        });
    }

    private static Table drawn(Random random, List<String> header, Function<Random, List<String>> row) {
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(row.apply(random).toArray(String[]::new));
        }
        return new Table(header, rows);
    }

    private static double exponential(Random random, double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    private static double student(Random random) {
        double squares = 0;
        for (int i = 0; i < 4; i++) {
            double normal = random.nextGaussian();
            squares += normal * normal / 4;
        }
        return random.nextGaussian() / Math.sqrt(squares);
    }

    private static String text(double number) {
        return Table.text(number);
    }
}
