package dev.touchstone.study;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.data.Targets;
import dev.touchstone.data.vault.EarlierLooks;
import dev.touchstone.data.vault.Looks;
import dev.touchstone.data.vault.TestScore;
import dev.touchstone.data.vault.TestScorer;
import dev.touchstone.evaluation.Baseline;
import dev.touchstone.metric.Interval;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.Predictions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Scores a trial or an ensemble on the test rows, and keeps the figures, with what is to be seen beside them, but no row. */
final class Examination implements TestScorer {
    private static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

    private final TestedModel model;
    private final Baseline baseline;
    private @Nullable TestFigures figures;

    Examination(TestedModel model) {
        this.model = model;
        this.baseline = new Baseline(model.data());
    }

    /** What was seen; only after the scoring. */
    TestFigures figures() {
        return Objects.requireNonNull(figures, "nothing was scored");
    }

    @Override
    public TestScore score(Rows raw, EarlierLooks earlier) {
        Rows test = model.data().normaliser().apply(raw);
        Looks looks = earlier.andOneMore();
        Predictions predictions = model.predict(test);
        List<TestFigure> seen = Metric.of(model.data().task().kind()).stream()
                .map(metric -> figure(metric, predictions, test, looks))
                .toList();
        figures = new TestFigures(
                test.count(), seen, looks, earlier.withoutResult(), earlier.related(), baseline.words());
        return score(seen);
    }

    private TestFigure figure(Metric metric, Predictions predictions, Rows test, Looks looks) {
        Targets targets = test.targets();
        Seed seed = model.seed().derive("test-interval");
        String name = metric.specName();
        return new TestFigure(
                metric,
                metric.value(predictions, targets),
                metric.interval(predictions, targets, seed),
                metric.interval(predictions, targets, looks.confidence(), seed),
                model.values().getOrDefault(name, Double.NaN),
                model.intervals().getOrDefault(name, UNKNOWN),
                metric.value(baseline.predict(metric, test), targets));
    }

    private static TestScore score(List<TestFigure> figures) {
        Map<String, Double> values = new HashMap<>();
        Map<String, List<Double>> intervals = new HashMap<>();
        Map<String, List<Double>> corrected = new HashMap<>();
        for (TestFigure figure : figures) {
            String name = figure.metric().specName();
            values.put(name, figure.test());
            intervals.put(name, ends(figure.interval()));
            corrected.put(name, ends(figure.corrected()));
        }
        return new TestScore(values, intervals, corrected);
    }

    private static List<Double> ends(Interval interval) {
        return List.of(interval.low(), interval.high());
    }
}
