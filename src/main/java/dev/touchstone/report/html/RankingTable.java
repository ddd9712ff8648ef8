package dev.touchstone.report.html;

import dev.touchstone.report.ReportModel;
import dev.touchstone.search.Ranked;
import dev.touchstone.space.Assignment;
import dev.touchstone.store.TrialRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ranking, best first.
 *
 * @param hyperparameters names of all that any ranked trial has, one column each
 */
public record RankingTable(String metric, IntervalScale scale, List<String> hyperparameters, List<Row> rows) {
    /** A ranked trial; {@code bar} is null when its interval cannot be drawn. */
    public record Row(
            Ranked ranked,
            IntervalScale.@Nullable Bar bar,
            boolean leader,
            List<Cell> cells,
            int epochs,
            double seconds) {}

    /**
     * A hyperparameter of a trial.
     *
     * @param key what its column sorts on; empty where the trial lacks the hyperparameter
     * @param proposed null unless the trial was proposed with another value
     */
    public record Cell(String text, String key, @Nullable String proposed) {
        static final Cell ABSENT = new Cell(Figures.NONE, "", null);
    }

    static RankingTable of(ReportModel model) {
        Set<String> names = new LinkedHashSet<>();
        for (ReportModel.Placed placed : model.placed()) {
            names.addAll(Change.effective(placed.trial()).values().keySet());
        }
        IntervalScale scale = IntervalScale.of(model.ranking());
        List<Row> rows = new ArrayList<>();
        for (ReportModel.Placed placed : model.placed()) {
            TrialRecord trial = placed.trial();
            rows.add(new Row(
                    placed.ranked(),
                    scale.bar(placed.ranked()),
                    rows.isEmpty(),
                    names.stream().map(name -> cell(trial, name)).toList(),
                    trial.epochs().size(),
                    trial.completed() == null ? Double.NaN : trial.completed().seconds()));
        }
        return new RankingTable(model.study().head().metric(), scale, List.copyOf(names), rows);
    }

    private static Cell cell(TrialRecord trial, String name) {
        Assignment effective = Change.effective(trial);
        if (!effective.has(name)) {
            return Cell.ABSENT;
        }
        Object value = effective.value(name);
        String proposed = Change.of(trial).stream()
                .filter(change -> change.name().equals(name))
                .map(change -> Figures.value(change.proposed()))
                .findFirst()
                .orElse(null);
        return new Cell(Figures.value(value), value.toString(), proposed);
    }
}
