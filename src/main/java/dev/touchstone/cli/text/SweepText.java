package dev.touchstone.cli.text;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.report.FailedTrials;
import dev.touchstone.report.Reason;
import dev.touchstone.spec.SpecName;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.Estimate;
import dev.touchstone.study.SweepListener.Plan;
import dev.touchstone.study.SweepListener.Progress;
import dev.touchstone.trial.TrialState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a sweep says of itself while it runs.
 *
 * @param metric the objective's name
 */
public record SweepText(String metric) {
    /** What lies ahead, on one line. */
    public String planned(Plan plan) {
        String smallest = ShortNumber.of((double) plan.smallest());
        String largest = ShortNumber.of((double) plan.largest());
        String parameters = smallest.equals(largest) ? largest : smallest + " to " + largest;
        return plan.trials() + " trials of at most " + plan.budget() + " on " + plan.trainRows() + " rows, networks of "
                + parameters + " parameters; " + time(plan.estimate());
    }

    private static String time(Estimate estimate) {
        return estimate instanceof Estimate.Unknown unknown
                ? "how long could not be measured: " + unknown.reason()
                : "about " + Figures.duration(((Estimate.AtMost) estimate).duration()) + " at most";
    }

    /** A trial that ended, on one line. */
    public String ended(TrialRecord trial) {
        String end = "trial " + trial.number() + " " + SpecName.of(trial.state());
        if (trial.completed() != null) {
            Double value = trial.completed().values().get(metric);
            return value == null ? end : end + ", " + metric + " " + ShortNumber.of(value);
        }
        return end + Reason.of(trial).map(reason -> ": " + reason).orElse("");
    }

    /** What trials failed of and how to look closer, on one line; empty when none failed. */
    public static Optional<String> failed(String study, List<TrialRecord> trials) {
        FailedTrials failed = FailedTrials.of(trials);
        return failed.trials().stream()
                .findFirst()
                .map(first -> failed.trials().size() + " of " + trials.size() + " trials failed: " + failed.causes()
                        + "; look closer with: touchstone show " + study + " --trial " + first.number());
    }

    /** {@code 4 of 24 done, 1 running, 2 gated}. */
    public String counts(Progress progress) {
        StringBuilder text = new StringBuilder();
        text.append(done(progress)).append(" of ").append(progress.trials()).append(" done");
        append(text, progress.counts(), TrialState.RUNNING);
        append(text, progress.counts(), TrialState.GATED);
        append(text, progress.counts(), TrialState.FAILED);
        append(text, progress.counts(), TrialState.INTERRUPTED);
        return text.toString();
    }

    /** {@code best 0.981 (trial 2)}, or nothing as long as no trial is complete. */
    public String best(Progress progress) {
        return progress.bestValue() == null
                ? ""
                : "best " + ShortNumber.of(progress.bestValue()) + " (trial " + progress.bestTrial() + ")";
    }

    /** How many trials have ended for good. */
    public static int done(Progress progress) {
        return progress.counts().entrySet().stream()
                .filter(entry -> entry.getKey().isFinal())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static void append(StringBuilder text, Map<TrialState, Integer> counts, TrialState state) {
        int count = counts.getOrDefault(state, 0);
        if (count > 0) {
            text.append(", ").append(count).append(' ').append(SpecName.of(state));
        }
    }
}
