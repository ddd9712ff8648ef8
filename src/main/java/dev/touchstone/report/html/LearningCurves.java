package dev.touchstone.report.html;

import dev.touchstone.report.ReportModel;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialEvent.EpochEnded;
import dev.touchstone.trial.TrialState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Curves over the epochs.
 *
 * @param trials whose curves are in the data, best first
 * @param trained how many trials have curves at all
 */
public record LearningCurves(String metric, List<TrialCurves> trials, int trained, ChartData data) {
    /** More lines are a grey area and no longer curves; they would only make the page heavy. */
    static final int MAX_TRIALS = 200;

    /**
     * A trial's curves.
     *
     * @param complete whether the trial ended by itself
     * @param rank null when it is not ranked
     * @param trainValue the objective on train rows, of the epochs that were measured
     */
    public record TrialCurves(
            int trial,
            boolean complete,
            @Nullable Integer rank,
            Curve value,
            Curve trainValue,
            Curve trainLoss,
            Curve validationLoss) {
        public String label() {
            return "Trial " + trial + (rank == null ? "" : ", rank " + rank) + (complete ? "" : ", not complete");
        }
    }

    /** Whether there is a curve of a complete trial to compare others with. */
    public boolean hasComplete() {
        return trials.stream().anyMatch(TrialCurves::complete);
    }

    /** Whether there is a trial whose train rows were asked for, as a Touchstone before did not. */
    public boolean hasTrainValues() {
        return trials.stream().anyMatch(curves -> !curves.trainValue().x().isEmpty());
    }

    private record Data(String metric, List<TrialCurves> curves) {}

    static LearningCurves of(ReportModel model) {
        Map<Integer, Integer> ranks = model.ranks();
        List<TrialRecord> trained = new ArrayList<>(model.study().trials());
        trained.removeIf(trial -> trial.epochs().isEmpty());
        trained.sort(Comparator.comparing(trial -> ranks.getOrDefault(trial.number(), Integer.MAX_VALUE)));
        List<TrialCurves> curves = trained.stream()
                .limit(MAX_TRIALS)
                .map(trial -> curves(trial, ranks.get(trial.number())))
                .toList();
        String metric = model.study().head().metric();
        return new LearningCurves(metric, curves, trained.size(), ChartData.of(new Data(metric, curves)));
    }

    private static TrialCurves curves(TrialRecord trial, @Nullable Integer rank) {
        return new TrialCurves(
                trial.number(),
                trial.state() == TrialState.COMPLETE,
                rank,
                curve(trial, EpochEnded::value),
                trainValue(trial),
                curve(trial, EpochEnded::trainLoss),
                curve(trial, EpochEnded::validationLoss));
    }

    private static Curve trainValue(TrialRecord trial) {
        List<Integer> epochs = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (EpochEnded epoch : trial.epochs()) {
            if (epoch.train() != null) {
                epochs.add(epoch.epoch());
                values.add(epoch.train().value());
            }
        }
        return Curve.of(epochs, values);
    }

    private static Curve curve(TrialRecord trial, ToDoubleFunction<EpochEnded> figure) {
        return Curve.of(
                trial.epochs().stream().map(EpochEnded::epoch).toList(),
                trial.epochs().stream().map(figure::applyAsDouble).toList());
    }
}
