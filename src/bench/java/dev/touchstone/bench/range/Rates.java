package dev.touchstone.bench.range;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.IntervalUtils;

/** How often the rates that rules read lie inside the true interval. */
record Rates(List<Reading> readings, PrintWriter out) {
    private static final double CONFIDENCE = 0.95;

    void print() {
        for (Rule rule : Rule.values()) {
            out.printf(
                    Locale.ROOT,
                    "  %-15s inside %s, below %d, above %d; within half a grid step of it %d%n",
                    rule.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    share(inside(rule, 1), readings.size()),
                    (int) readings.stream().filter(each -> each.rate(rule) < Grid.rates()[each.truth().first()]).count(),
                    (int) readings.stream().filter(each -> each.rate(rule) > Grid.rates()[each.truth().last()]).count(),
                    inside(rule, Grid.halfAStep()));
        }
    }

    private int inside(Rule rule, double factor) {
        return (int) readings.stream().filter(each -> each.isInside(rule, factor)).count();
    }

    /** With Wilson's interval. */
    static String share(int part, int of) {
        if (of == 0) {
            return "none";
        }
        ConfidenceInterval wilson = IntervalUtils.getWilsonScoreInterval(of, part, CONFIDENCE);
        return String.format(
                Locale.ROOT,
                "%d of %d = %.1f %% (%.1f to %.1f)",
                part,
                of,
                100.0 * part / of,
                100 * Math.max(0, wilson.getLowerBound()),
                100 * Math.min(1, wilson.getUpperBound()));
    }
}
