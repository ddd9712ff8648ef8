package dev.touchstone.report;

import dev.touchstone.gate.GateResult;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.SpecName;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialEvent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A trial in the {@link StudyDocument}. */
public record TrialDocument(
        int number,
        String state,
        @Nullable String reason,
        Assignment assignment,
        @Nullable Assignment effective,
        long seed,
        List<Gate> gates,
        int epochs,
        int iterations,
        double seconds,
        @Nullable Best best,
        @Nullable StoppingDocument stopping,
        List<FindingDocument> findings,
        List<FailureDocument> failures,
        List<LookDocument> looks,
        List<TrainValueDocument> trainValues) {

    public record Gate(String gate, String verdict, double seconds, Map<String, Object> evidence) {}

    public record Best(int epoch, Map<String, Double> values, Map<String, List<Double>> intervals) {}

    /** The document of one trial. */
    public static TrialDocument of(TrialRecord trial) {
        List<TrialEvent.EpochEnded> epochs = trial.epochs();
        TrialEvent.EpochEnded last = epochs.isEmpty() ? null : epochs.get(epochs.size() - 1);
        return new TrialDocument(
                trial.number(),
                SpecName.of(trial.state()),
                trial.reason(),
                trial.proposed(),
                trial.effective(),
                trial.seed(),
                trial.gates().stream().map(TrialDocument::gate).toList(),
                epochs.size(),
                last == null ? 0 : last.iteration(),
                last == null ? 0 : last.seconds(),
                best(trial.completed()),
                StoppingDocument.of(trial.completed()),
                trial.findings().stream().map(FindingDocument::of).toList(),
                trial.failures().stream().map(FailureDocument::of).toList(),
                LookDocument.thinned(trial.looks()),
                TrainValueDocument.thinned(epochs));
    }

    private static Gate gate(GateResult result) {
        return new Gate(result.gate(), SpecName.of(result.verdict()), result.seconds(), result.evidence());
    }

    private static @Nullable Best best(TrialEvent.@Nullable Completed completed) {
        return completed == null
                ? null
                : new Best(completed.bestEpoch(), completed.values(), IntervalPairs.of(completed.intervals()));
    }
}
