package dev.touchstone.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the units of a layer give for some rows. Channels of images and features of sequences are units, too, which give
 * something at each place or step.
 */
final class UnitActivations {
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

    /** A unit's activations on all rows and places. */
    @SuppressWarnings("ArrayRecordComponent") // compared by its content
    private record Column(int[] bits) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Column column && Arrays.equals(bits, column.bits);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bits);
        }
    }

    /** Share of the units that another unit equals for every row and place. */
    double alikeShare() {
        Map<Column, Integer> columns = new HashMap<>();
        for (int unit = 0; unit < units; unit++) {
            int[] bits = new int[values.length / units];
            for (int i = 0; i < bits.length; i++) {
                bits[i] = Float.floatToIntBits(values[(i / places * units + unit) * places + i % places]);
            }
            columns.merge(new Column(bits), 1, Integer::sum);
        }
        int alike = columns.values().stream()
                .filter(count -> count > 1)
                .mapToInt(Integer::intValue)
                .sum();
        return (double) alike / units;
    }

    static double rootMeanSquare(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum / values.length);
    }
}
