package dev.touchstone.report.html;

import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.Verdict;
import dev.touchstone.report.Reason;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A trial that ended without a figure, and why.
 *
 * @param cause the hyperparameter that the gate blames, with the value that was proposed; or nothing known
 */
public record Ending(int trial, TrialState state, String where, String reason, String cause) {
    /** All trials that ended in another way than complete. */
    static List<Ending> of(List<TrialRecord> trials) {
        return trials.stream()
                .filter(trial -> trial.state() != TrialState.COMPLETE
                        && trial.state() != TrialState.QUEUED
                        && trial.state() != TrialState.RUNNING)
                .map(Ending::of)
                .toList();
    }

    private static Ending of(TrialRecord trial) {
        Optional<GateResult> rejection = rejection(trial);
        String where = rejection
                .map(result -> result.gate() + " gate")
                .orElse(
                        trial.epochs().isEmpty()
                                ? "before the first epoch ended"
                                : "after " + Figures.count(trial.epochs().size(), "epoch"));
        String reason =
                Reason.of(trial).or(() -> rejection.map(GateResult::reason)).orElse("no reason was recorded");
        return new Ending(trial.number(), trial.state(), where, reason, cause(trial, rejection));
    }

    /** The verdict that ended a gated trial: its last rejection, for earlier ones were clamped or taken as advice. */
    static Optional<GateResult> rejection(TrialRecord trial) {
        return trial.state() == TrialState.GATED
                ? trial.gates().stream()
                        .filter(result -> result.verdict() == Verdict.REJECT)
                        .reduce((earlier, later) -> later)
                : Optional.empty();
    }

    private static String cause(TrialRecord trial, Optional<GateResult> rejection) {
        String blamed = rejection.map(GateResult::parameter).orElse("");
        return trial.proposed().values().entrySet().stream()
                .filter(entry -> entry.getKey().equals(blamed))
                .map(entry -> entry.getKey() + " = " + Figures.value(entry.getValue()))
                .collect(Collectors.joining());
    }
}
