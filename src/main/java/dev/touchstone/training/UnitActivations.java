package dev.touchstone.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the units of a layer give for some rows. Channels of images and features of sequences are units, too, which give
 * something at each place or step.
 */
final class UnitActivations {
    /** Single precision leaves about 1e-7 of a number, of a sum of many more. */
    private static final double ROUNDING = 1e-4;

    private final float[] values;
    private final int units;
    private final int places;

    private UnitActivations(float[] values, int units, int places) {
        this.values = values;
        this.units = units;
        this.places = places;
    }

    static UnitActivations of(INDArray activations) {
        float[] values = activations.dup('c').data().asFloat();
        int rows = Math.toIntExact(activations.size(0));
        int units = Math.toIntExact(activations.size(1));
        return new UnitActivations(values, units, values.length / rows / units);
    }

    /** Row by row, unit by unit, place by place. */
    float[] values() {
        return values;
    }

    /** Share of the units that give 0 for every row and place. */
    double deadShare() {
        boolean[] alive = new boolean[units];
        for (int i = 0; i < values.length; i++) {
            alive[i / places % units] |= values[i] != 0;
        }
        int dead = 0;
        for (boolean lives : alive) {
            dead += lives ? 0 : 1;
        }
        return (double) dead / units;
    }

    /** Share of the units that another unit equals for every row and place, but for rounding. */
    double alikeShare() {
        double rounding = ROUNDING * rootMeanSquare(values);
        List<Integer> firsts = new ArrayList<>();
        Map<Integer, Integer> counts = new HashMap<>();
        for (int unit = 0; unit < units; unit++) {
            int like = like(unit, firsts, rounding);
            if (like == unit) {
                firsts.add(unit);
            }
            counts.merge(like, 1, Integer::sum);
        }
        int alike = counts.values().stream()
                .filter(count -> count > 1)
                .mapToInt(Integer::intValue)
                .sum();
        return (double) alike / units;
    }

    /** The first of some units that a unit equals, or the unit itself. */
    private int like(int unit, List<Integer> firsts, double rounding) {
        for (int first : firsts) {
            if (equal(unit, first, rounding)) {
                return first;
            }
        }
        return unit;
    }

    private boolean equal(int unit, int other, double rounding) {
        for (int i = 0; i < values.length / units; i++) {
            float a = values[(i / places * units + unit) * places + i % places];
            float b = values[(i / places * units + other) * places + i % places];
            if (Math.abs(a - b) > rounding) {
                return false;
            }
        }
        return true;
    }

    static double rootMeanSquare(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum / values.length);
    }
}
