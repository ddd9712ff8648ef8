package dev.touchstone.store;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.gate.GateResult;
import dev.touchstone.space.Assignment;
import dev.touchstone.training.TrainingLook;
import dev.touchstone.trial.Failure;
import dev.touchstone.trial.TrialEvent;
import dev.touchstone.trial.TrialState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A trial as it stands, folded from the events of its last start, without those that a resumption took back.
 *
 * @param number from 1
 * @param reason why it was gated, failed or interrupted
 * @param effective null until the gates are through
 * @param parameters trainable numbers in the network; 0 until known
 * @param lossIterations iterations whose training loss was recorded
 * @param losses their losses
 * @param looks into the network while it trained
 * @param assessed what its findings rest on; null until its training has ended, and for a trial of an earlier version
 * @param findings as experiments left them: what they confirmed first, what they spoke against last
 * @param tested hypotheses that were put to the test, in order; none of them twice
 * @param failures whatever broke it, in order; it was carried again after each but the last of a failed trial
 * @param completed how it ended when it is complete
 */
public record TrialRecord(
        int number,
        TrialState state,
        @Nullable String reason,
        Assignment proposed,
        @Nullable Assignment effective,
        long seed,
        long parameters,
        Map<String, String> environment,
        List<GateResult> gates,
        List<TrialEvent.EpochEnded> epochs,
        List<Integer> lossIterations,
        List<Double> losses,
        List<TrainingLook> looks,
        TrialEvent.@Nullable Assessed assessed,
        List<Finding> findings,
        List<Tested> tested,
        TrialEvent.@Nullable Completed completed,
        List<Failure> failures,
        List<Note> notes,
        @Nullable Instant started,
        @Nullable Instant ended) {

    /** What it failed of, or stands still of; empty when nothing broke it, or somebody asked it to stop. */
    public Optional<Failure> brokenBy() {
        return failures.stream()
                .reduce((earlier, later) -> later)
                .filter(last -> last.reason().equals(reason));
    }

    /** What somebody wrote about a trial. */
    public record Note(Instant at, String text) {}
}
