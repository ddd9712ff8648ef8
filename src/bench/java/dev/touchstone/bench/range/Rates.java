package dev.touchstone.bench.range;

import dev.touchstone.bench.Share;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** How often the rates that rules read lie inside the true interval. */
record Rates(List<Reading> readings, PrintWriter out) {
    void print() {
        for (Rule rule : Rule.values()) {
            out.printf(
                    Locale.ROOT,
                    "  %-15s inside %s, below %d, above %d; within half a grid step of it %d%n",
                    rule.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    new Share(inside(rule, 1), readings.size()),
                    (int) readings.stream().filter(each -> each.rate(rule) < Grid.rates()[each.truth().first()]).count(),
                    (int) readings.stream().filter(each -> each.rate(rule) > Grid.rates()[each.truth().last()]).count(),
                    inside(rule, Grid.halfAStep()));
        }
    }

    private int inside(Rule rule, double factor) {
        return (int) readings.stream().filter(each -> each.isInside(rule, factor)).count();
    }
}
