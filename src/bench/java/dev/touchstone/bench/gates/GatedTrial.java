package dev.touchstone.bench.gates;

import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.Verdict;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What gates said of a trial and what became of it.
 *
 * @param rejection the first rejecting result
 * @param gateSeconds of the gates up to the first that rejects, which is where a sweep would stop; where none does, without
 *     the beginning of the training, for it goes on from there
 * @param trainingSeconds of the training, without a time in which it was interrupted; of one that broke off in its first
 *     epoch all but the gates
 * @param value the best epoch's, NaN when none was finite
 * @param lastValue the last epoch's, NaN when the training did not come to its end
 * @param iterations that were trained
 */
record GatedTrial(
        TrialRecord record,
        @Nullable GateResult rejection,
        double gateSeconds,
        double trainingSeconds,
        double value,
        double lastValue,
        int iterations) {
    static GatedTrial of(TrialRecord record, List<GateResult> gates, String metric) {
        Optional<GateResult> rejection = gates.stream()
                .filter(result -> result.verdict() == Verdict.REJECT)
                .findFirst();
        List<GateResult> until = rejection
                .map(first -> gates.subList(0, gates.indexOf(first) + 1))
                .orElse(gates);
        TrialEvent.Completed completed = record.completed();
        List<TrialEvent.EpochEnded> epochs = record.epochs();
        return new GatedTrial(
                record,
                rejection.orElse(null),
                rejection.isPresent() ? seconds(until) : secondsBesideTraining(until),
                trainingSeconds(record),
                completed == null ? Double.NaN : completed.values().getOrDefault(metric, Double.NaN),
                completed == null ? Double.NaN : epochs.get(epochs.size() - 1).value(),
                record.lossIterations().isEmpty()
                        ? 0
                        : record.lossIterations().get(record.lossIterations().size() - 1));
    }

    /** Of its training as it was recorded. */
    static double trainingSeconds(TrialRecord record) {
        List<TrialEvent.EpochEnded> epochs = record.epochs();
        return epochs.isEmpty() ? secondsWithoutAnEpoch(record) : epochs.get(epochs.size() - 1).seconds();
    }

    /** The same trial, whose training takes so many times as long. */
    GatedTrial trainedAt(double pace) {
        return new GatedTrial(record, rejection, gateSeconds, pace * trainingSeconds, value, lastValue, iterations);
    }

    private static double secondsWithoutAnEpoch(TrialRecord record) {
        return Duration.between(record.started(), record.ended()).toNanos() / 1e9 - secondsBesideTraining(record.gates());
    }

    private static double seconds(List<GateResult> results) {
        return results.stream().mapToDouble(GateResult::seconds).sum();
    }

    private static double secondsBesideTraining(List<GateResult> results) {
        return results.stream().mapToDouble(GateResult::secondsBesideTraining).sum();
    }

    boolean isRejected() {
        return rejection != null;
    }

    /** Whether it ends no better than the line, or diverges, be it after it had come further. */
    boolean isDoomed(FinishLine line) {
        return !line.isReachedBy(value) || !line.isReachedBy(lastValue);
    }
}
