package dev.touchstone.bench.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tables of many classes with few rows of each, drawn from fixed seeds. */
final class DrawnClasses {
    private static final int ROWS = 2500;

    private DrawnClasses() {}

    /** Ten classes of two normal clouds each, which overlap. */
    static Table mixture(String label) {
        int classes = 10;
        int width = 9;
        Random random = new Random(21);
        double[][][] centres = new double[classes][2][width];
        for (double[][] ofClass : centres) {
            for (double[] centre : ofClass) {
                for (int i = 0; i < width; i++) {
                    centre[i] = 1.25 * random.nextGaussian();
                }
            }
        }
        List<String[]> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            int of = random.nextInt(classes);
            double[] centre = centres[of][random.nextInt(2)];
            double common = 0.5 * random.nextGaussian();
            String[] cells = new String[width + 1];
            for (int i = 0; i < width; i++) {
                double value = centre[i] + common + 0.85 * random.nextGaussian();
                cells[i] = Table.text(i % 3 == 2 ? Math.exp(value / 2) : 10 + 3 * value);
            }
            cells[width] = "k" + of;
            rows.add(cells);
        }
        return new Table(header("x", width, label), rows);
    }

    /** Eleven classes of curves that have two peaks each: features that are much like their neighbours. */
    static Table spectra(String label) {
        int classes = 11;
        int width = 24;
        Random random = new Random(22);
        double[][] peaks = new double[classes][4];
        for (double[] of : peaks) {
            of[0] = 2 + 9 * random.nextDouble();
            of[1] = 12 + 10 * random.nextDouble();
            of[2] = 0.6 + random.nextDouble();
            of[3] = 0.6 + random.nextDouble();
        }
        List<String[]> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            int of = random.nextInt(classes);
            double first = peaks[of][0] + 0.5 * random.nextGaussian();
            double second = peaks[of][1] + 0.5 * random.nextGaussian();
            double strength = Math.exp(0.25 * random.nextGaussian());
            double floor = 0.2 * random.nextDouble();
            String[] cells = new String[width + 1];
            for (int i = 0; i < width; i++) {
                double value = floor
                        + strength * (peaks[of][2] * peak(i - first) + peaks[of][3] * peak(i - second))
                        + 0.06 * random.nextGaussian();
                cells[i] = Table.text(100 * value);
            }
            cells[width] = "s" + of;
            rows.add(cells);
        }
        return new Table(header("band", width, label), rows);
    }

    private static double peak(double distance) {
        return Math.exp(-distance * distance / (2 * 1.8 * 1.8));
    }

    static List<String> header(String feature, int width, String label) {
        List<String> header = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            header.add(feature + i);
        }
        header.add(label);
        return List.copyOf(header);
    }
}
