package dev.touchstone.cli.text;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.data.vault.OpeningRequest;
import dev.touchstone.data.vault.TestScore;
import dev.touchstone.metric.Interval;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the test rows said about a trial. */
public final class TestText {
    private TestText() {}

    /** One line for each metric. */
    public static List<String> lines(OpeningRequest request, TestScore score) {
        List<String> lines = new ArrayList<>();
        lines.add("trial " + request.trial() + " of " + request.study() + " on the test split");
        Table table = new Table();
        score.values()
                .forEach((metric, value) ->
                        table.row("  " + metric, figure(value, score.intervals().get(metric))));
        lines.addAll(table.lines());
        return lines;
    }

    private static String figure(double value, @Nullable List<Double> ends) {
        return ends == null
                ? ShortNumber.of(value)
                : Figures.withInterval(value, new Interval(ends.get(0), ends.get(1)));
    }
}
