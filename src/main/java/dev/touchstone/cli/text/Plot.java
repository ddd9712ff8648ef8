package dev.touchstone.cli.text;

import dev.touchstone.base.ShortNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A curve in a few lines of text: braille dots, two by four a character, or stars where the terminal knows no Unicode.
 *
 * @param columns characters across
 * @param lines characters down
 */
record Plot(int columns, int lines, boolean unicode) {
    /** Characters before the axis of a curve with its scale. */
    static final int MARGIN = 12;

    /** The first braille character; its low eight bits say which dots are there. */
    private static final char BRAILLE = '\u2800';

    /** The bit of each dot of a braille character, by row and column. */
    private static final int[][] BITS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    /**
     * Draws values at even distances, the first at the left edge.
     *
     * @param values numbers that are not finite leave a gap
     * @return the lines from the top
     */
    private List<String> draw(List<Double> values) {
        boolean[][] dots = new boolean[lines * dotsDown()][columns * dotsAcross()];
        double low = lowest(values);
        double high = highest(values);
        double range = high > low ? high - low : 1;
        int last = dots[0].length - 1;
        for (int x = 0; x <= last; x++) {
            double value = values.isEmpty()
                    ? Double.NaN
                    : values.get((int) Math.round((double) x * (values.size() - 1) / last));
            if (Double.isFinite(value)) {
                dots[(int) Math.round((high - value) / range * (dots.length - 1))][x] = true;
            }
        }
        List<String> drawn = new ArrayList<>();
        for (int line = 0; line < lines; line++) {
            drawn.add(line(dots, line));
        }
        return drawn;
    }

    /** Draws values with their highest and lowest beside a vertical axis, behind {@link #MARGIN} characters. */
    List<String> drawWithScale(List<Double> values) {
        List<String> drawn = draw(values);
        List<String> scaled = new ArrayList<>();
        for (int line = 0; line < drawn.size(); line++) {
            String label = line == 0
                    ? ShortNumber.of(highest(values))
                    : line == lines - 1 ? ShortNumber.of(lowest(values)) : "";
            scaled.add((" ".repeat(MARGIN - 1 - label.length()) + label + ' ' + (unicode ? '│' : '|') + drawn.get(line))
                    .stripTrailing());
        }
        return scaled;
    }

    private static double highest(List<Double> values) {
        return finite(values).max().orElse(0);
    }

    private static double lowest(List<Double> values) {
        return finite(values).min().orElse(0);
    }

    private static DoubleStream finite(List<Double> values) {
        return values.stream().mapToDouble(value -> value).filter(Double::isFinite);
    }

    private String line(boolean[][] dots, int line) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            text.append(unicode ? braille(dots, line, column) : dots[line][column] ? '*' : ' ');
        }
        return text.toString();
    }

    private static char braille(boolean[][] dots, int line, int column) {
        int bits = 0;
        for (int y = 0; y < BITS.length; y++) {
            for (int x = 0; x < BITS[y].length; x++) {
                if (dots[line * BITS.length + y][column * BITS[y].length + x]) {
                    bits |= BITS[y][x];
                }
            }
        }
        return bits == 0 ? ' ' : (char) (BRAILLE + bits);
    }

    private int dotsDown() {
        return unicode ? BITS.length : 1;
    }

    private int dotsAcross() {
        return unicode ? BITS[0].length : 1;
    }
}
