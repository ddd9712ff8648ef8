package dev.touchstone.bench.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Grey images of 14 x 14, drawn from fixed seeds, with noise on them. */
final class DrawnImages {
    private static final int SIDE = 14;
    private static final int ROWS = 2500;
    private static final List<String> SHAPES = List.of("disc", "ring", "square", "cross", "triangle", "bar");
    private static final int DIRECTIONS = 6;

    private DrawnImages() {}

    /** What a pixel has of an image, from 0 to 1. */
    private interface Ink {
        double at(double x, double y);
    }

    /** Shapes of unlike sizes, somewhere near the middle. */
    static Table shapes(String label) {
        Random random = new Random(41);
        return drawn(label, random, () -> {
            int shape = random.nextInt(SHAPES.size());
            double x = 6.5 + 1.2 * random.nextGaussian();
            double y = 6.5 + 1.2 * random.nextGaussian();
            double size = 3 + 2 * random.nextDouble();
            double strength = 0.5 + 0.5 * random.nextDouble();
            return new Image(
                    SHAPES.get(shape), (column, row) -> strength * ink(shape, (column - x) / size, (row - y) / size));
        });
    }

    /** Stripes in one of six directions, of unlike widths. */
    static Table textures(String label) {
        Random random = new Random(42);
        return drawn(label, random, () -> {
            int direction = random.nextInt(DIRECTIONS);
            double angle = Math.PI * (direction + 0.25 * random.nextGaussian()) / DIRECTIONS;
            double period = 3.5 + 2 * random.nextDouble();
            double phase = 2 * Math.PI * random.nextDouble();
            double strength = 0.3 + 0.2 * random.nextDouble();
            return new Image("d" + direction, (column, row) -> 0.5
                    + strength
                            * Math.sin(2 * Math.PI * (column * Math.cos(angle) + row * Math.sin(angle)) / period
                                    + phase));
        });
    }

    private static double ink(int shape, double x, double y) {
        double radius = Math.hypot(x, y);
        boolean inside = Math.abs(x) < 1 && Math.abs(y) < 1;
        boolean inked = switch (SHAPES.get(shape)) {
            case "disc" -> radius < 1;
            case "ring" -> radius < 1.1 && radius > 0.6;
            case "square" -> inside && (Math.abs(x) > 0.6 || Math.abs(y) > 0.6);
            case "cross" -> inside && (Math.abs(x) < 0.25 || Math.abs(y) < 0.25);
            case "triangle" -> inside && Math.abs(x) < (y + 1) / 2;
            default -> Math.abs(x) < 1.2 && Math.abs(y) < 0.35;
        };
        return inked ? 1 : 0;
    }

    private record Image(String label, Ink ink) {}

    private static Table drawn(String label, Random random, Supplier<Image> images) {
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            Image image = images.get();
            String[] cells = new String[SIDE * SIDE + 1];
            for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
                int row = pixel / SIDE;
                double ink = image.ink().at(pixel % SIDE, row) + 0.12 * random.nextGaussian();
                cells[pixel] = String.valueOf((int) Math.max(0, Math.min(255, 255 * ink)));
            }
            cells[SIDE * SIDE] = image.label();
            rows.add(cells);
        }
        return new Table(header(SIDE * SIDE, label), rows);
    }

    static List<String> header(int pixels, String label) {
        return DrawnClasses.header("p", pixels, label);
    }
}
