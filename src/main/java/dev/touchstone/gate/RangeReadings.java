package dev.touchstone.gate;

import dev.touchstone.gate.RangeReading.Place;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What several ramps of one configuration say together: of each boundary the middle one, and a rate is too low only where
 * all of them say so.
 *
 * @param of at least one
 */
record RangeReadings(List<RangeReading> of) {
    double stagnation() {
        return middle(RangeReading::stagnation);
    }

    double low() {
        return middle(RangeReading::low);
    }

    double high() {
        return middle(RangeReading::high);
    }

    double edge() {
        return middle(RangeReading::edge);
    }

    /** Infinite when most ramps did not get there. */
    double divergence() {
        return middle(RangeReading::divergenceOrInfinity);
    }

    /** The same where a rate is known to be usable. */
    RangeReadings with(double usable) {
        return new RangeReadings(
                of.stream().map(reading -> reading.with(usable)).toList());
    }

    Place place(double rate) {
        if (of.stream().allMatch(reading -> reading.place(rate) == Place.TOO_LOW)) {
            return Place.TOO_LOW;
        } else if (rate < low()) {
            return Place.SLOW;
        }
        return RangeReading.aboveLow(rate, high(), edge());
    }

    /** The lower of the two middle ones of an even number. */
    private double middle(ToDoubleFunction<RangeReading> boundary) {
        double[] sorted = of.stream().mapToDouble(boundary).sorted().toArray();
        return sorted[(sorted.length - 1) / 2];
    }
}
