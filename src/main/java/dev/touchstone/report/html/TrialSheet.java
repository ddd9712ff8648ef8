package dev.touchstone.report.html;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.gate.GateResult;
import dev.touchstone.report.FailureDocument;
import dev.touchstone.report.Reason;
import dev.touchstone.report.ReportModel;
import dev.touchstone.report.TrialExplanation;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.AlikeTrials;
import dev.touchstone.trial.TrialEvent.Completed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The experiment record of a trial.
 *
 * @param rank null when it is not ranked
 * @param failures whatever broke it, in order
 * @param losses the training loss, null when none was recorded
 * @param explanation why it behaved as it did, in sentences
 */
public record TrialSheet(
        TrialRecord trial,
        @Nullable Integer rank,
        String outcome,
        List<Change> changes,
        List<Fact> setup,
        List<Fact> run,
        List<Score> scores,
        List<Judged> gates,
        List<FailureDocument> failures,
        @Nullable Chart losses,
        List<String> explanation) {

    /** A validation metric of the best epoch. */
    public record Score(String metric, String value, String interval) {}

    /** A gate's result; {@code chart} is null when its evidence holds no curve. */
    public record Judged(
            GateResult result, Evidence evidence, @Nullable Chart chart) {}

    static List<TrialSheet> of(ReportModel model) {
        Map<Integer, Integer> ranks = model.ranks();
        String metric = model.study().head().metric();
        List<AlikeTrials> alike = model.alike();
        return model.study().trials().stream()
                .map(trial -> of(trial, ranks.get(trial.number()), metric, model, alike))
                .toList();
    }

    private static TrialSheet of(
            TrialRecord trial, @Nullable Integer rank, String metric, ReportModel model, List<AlikeTrials> alike) {
        return new TrialSheet(
                trial,
                rank,
                outcome(trial, metric),
                Change.of(trial),
                Setup.of(trial, model.study().head()),
                Setup.run(trial),
                trial.completed() == null ? List.of() : scores(trial.completed()),
                trial.gates().stream()
                        .map(result -> new Judged(
                                result,
                                new Evidence(result.evidence()),
                                Chart.of(result).orElse(null)))
                        .toList(),
                trial.failures().stream().map(FailureDocument::of).toList(),
                Chart.trainingLoss(trial).orElse(null),
                TrialExplanation.of(trial, model.study().head().dataFindings(), alike)
                        .summary());
    }

    /** What a finding rests on. */
    public Evidence evidence(Finding finding) {
        return new Evidence(finding.evidence());
    }

    private static String outcome(TrialRecord trial, String metric) {
        if (trial.completed() != null) {
            Double value = trial.completed().values().get(metric);
            return metric + " " + (value == null ? Figures.NONE : Figures.metric(value));
        }
        return Reason.of(trial).orElse("");
    }

    private static List<Score> scores(Completed completed) {
        return completed.values().entrySet().stream()
                .map(entry -> new Score(
                        entry.getKey(),
                        Figures.metric(entry.getValue()),
                        Figures.interval(completed.intervals().get(entry.getKey()))))
                .toList();
    }
}
