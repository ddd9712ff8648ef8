package dev.touchstone.report.html;

import dev.touchstone.report.ReportModel;
import dev.touchstone.search.Ranked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One hyperparameter against the objective, over the ranked trials. */
public record Scatter(String hyperparameter, int shown, int ranked, ChartData data) {
    /** More dots cover each other; the best are kept. */
    static final int MAX_DOTS = 1_000;

    /** A decade and a bit: over less, a logarithmic axis hardly differs from a linear one. */
    private static final double LOG_FROM_RATIO = 20;

    /**
     * What is drawn.
     *
     * @param categories names along the axis when the hyperparameter is no number; a dot's x is then an index of them
     */
    private record Data(
            String hyperparameter,
            String metric,
            boolean log,
            @Nullable List<String> categories,
            List<Dot> dots) {}

    /** A trial; {@code place} is {@code best}, {@code tied} or {@code other}. */
    private record Dot(int trial, double x, double y, String place) {}

    /** A scatter for each hyperparameter that took at least two values, in the space's order. */
    static List<Scatter> of(ReportModel model) {
        Map<String, Map<Ranked, Object>> byName = new LinkedHashMap<>();
        for (ReportModel.Placed placed : model.placed()) {
            if (Double.isFinite(placed.ranked().value())) {
                Change.effective(placed.trial())
                        .values()
                        .forEach((name, value) -> byName.computeIfAbsent(name, key -> new LinkedHashMap<>())
                                .put(placed.ranked(), value));
            }
        }
        String metric = model.study().head().metric();
        List<Scatter> scatters = new ArrayList<>();
        byName.forEach((name, values) -> {
            if (new LinkedHashSet<>(values.values()).size() > 1) {
                scatters.add(of(name, metric, values));
            }
        });
        return scatters;
    }

    private static Scatter of(String name, String metric, Map<Ranked, Object> values) {
        boolean numeric = values.values().stream()
                .allMatch(value -> value instanceof Number number && Double.isFinite(number.doubleValue()));
        List<String> categories = numeric
                ? null
                : List.copyOf(
                        values.values().stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new)));
        List<Dot> dots = new ArrayList<>();
        values.entrySet().stream().limit(MAX_DOTS).forEach(entry -> {
            Ranked ranked = entry.getKey();
            double x = categories == null
                    ? ((Number) entry.getValue()).doubleValue()
                    : categories.indexOf(entry.getValue().toString());
            dots.add(new Dot(ranked.trial(), Curve.rounded(x), Curve.rounded(ranked.value()), place(ranked)));
        });
        boolean log = categories == null
                && isLogLike(dots.stream().mapToDouble(Dot::x).toArray());
        return new Scatter(
                name, dots.size(), values.size(), ChartData.of(new Data(name, metric, log, categories, dots)));
    }

    private static String place(Ranked ranked) {
        if (ranked.rank() == 1) {
            return "best";
        }
        return ranked.tied() ? "tied" : "other";
    }

    /** Whether the dots lie more evenly along a logarithmic axis: their mean place is nearer its middle. */
    private static boolean isLogLike(double[] values) {
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        if (low <= 0 || high / low < LOG_FROM_RATIO) {
            return false;
        }
        double linear = Arrays.stream(values)
                .map(x -> (x - low) / (high - low))
                .average()
                .orElseThrow();
        double log = Arrays.stream(values)
                .map(x -> Math.log(x / low) / Math.log(high / low))
                .average()
                .orElseThrow();
        return Math.abs(log - 0.5) < Math.abs(linear - 0.5);
    }
}
