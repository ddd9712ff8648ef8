package dev.touchstone.bench.range;

import dev.touchstone.bench.Share;
import dev.touchstone.gate.Verdict;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the gate says of the rates of the grid, by where they really lie. */
record Verdicts(List<Reading> readings, PrintWriter out) {
    private enum Place {
        BELOW,
        INSIDE,
        ABOVE
    }

    void print() {
        Map<Place, Map<Verdict, Integer>> counts = new EnumMap<>(Place.class);
        for (Reading reading : readings) {
            for (int point = 0; point < reading.judgements().size(); point++) {
                counts.computeIfAbsent(place(reading.truth(), point), place -> new EnumMap<>(Verdict.class))
                        .merge(reading.judgements().get(point).verdict(), 1, Integer::sum);
            }
        }
        int agrees = count(counts, Place.INSIDE, Verdict.PASS)
                + count(counts, Place.BELOW, Verdict.REJECT)
                + count(counts, Place.BELOW, Verdict.WARN)
                + count(counts, Place.ABOVE, Verdict.REJECT)
                + count(counts, Place.ABOVE, Verdict.WARN);
        int rates = readings.stream().mapToInt(reading -> reading.judgements().size()).sum();
        out.println("  rates of the grid     pass   warn reject");
        for (Place place : Place.values()) {
            out.printf(
                    "    really %-10s %6d %6d %6d%n",
                    place.name().toLowerCase(java.util.Locale.ROOT),
                    count(counts, place, Verdict.PASS),
                    count(counts, place, Verdict.WARN),
                    count(counts, place, Verdict.REJECT));
        }
        out.println("  the verdict agrees (inside passes, outside is warned of or rejected): "
                + new Share(agrees, rates));
    }

    private static Place place(TrueInterval truth, int point) {
        return point < truth.first() ? Place.BELOW : point > truth.last() ? Place.ABOVE : Place.INSIDE;
    }

    private static int count(Map<Place, Map<Verdict, Integer>> counts, Place place, Verdict verdict) {
        return counts.getOrDefault(place, Map.of()).getOrDefault(verdict, 0);
    }
}
