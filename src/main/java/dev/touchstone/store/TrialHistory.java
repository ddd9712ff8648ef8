package dev.touchstone.store;

import dev.touchstone.space.Assignment;
import dev.touchstone.trial.TrialEvent;
import dev.touchstone.trial.TrialState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A trial's row and its events in their order, which together make the trial as it stands.
 *
 * @param state after the last event; running also when the trial was claimed and has not told of its start yet
 */
record TrialHistory(
        int number,
        TrialState state,
        Assignment proposed,
        long seed,
        List<Recorded> events,
        List<TrialRecord.Note> notes) {

    /** An event and when it was appended. */
    record Recorded(Instant at, TrialEvent event) {}

    /** The trial as its last start made it; what happened in earlier starts does not count. */
    TrialRecord fold() {
        return new TrialHistory(number, state, proposed, seed, sinceLastStart(), notes).asOneStart();
    }

    private List<Recorded> sinceLastStart() {
        int from = events.size() - 1;
        while (from > 0 && !(events.get(from).event() instanceof TrialEvent.Started)) {
            from--;
        }
        return events.subList(Math.max(from, 0), events.size());
    }

    private TrialRecord asOneStart() {
        Optional<TrialEvent.EffectiveChosen> chosen = last(TrialEvent.EffectiveChosen.class);
        Optional<Recorded> end = end();
        return new TrialRecord(
                number,
                state,
                end.map(Recorded::event).map(TrialHistory::reason).orElse(null),
                proposed,
                chosen.map(TrialEvent.EffectiveChosen::effective).orElse(null),
                seed,
                chosen.map(TrialEvent.EffectiveChosen::parameters).orElse(0L),
                last(TrialEvent.Started.class)
                        .map(TrialEvent.Started::environment)
                        .orElse(Map.of()),
                of(TrialEvent.GateJudged.class)
                        .map(TrialEvent.GateJudged::result)
                        .toList(),
                of(TrialEvent.EpochEnded.class).toList(),
                of(TrialEvent.LossesRecorded.class)
                        .flatMap(losses -> losses.iterations().stream())
                        .toList(),
                of(TrialEvent.LossesRecorded.class)
                        .flatMap(losses -> losses.losses().stream())
                        .toList(),
                of(TrialEvent.FindingMade.class)
                        .map(TrialEvent.FindingMade::finding)
                        .toList(),
                last(TrialEvent.Completed.class).orElse(null),
                notes,
                events.isEmpty() ? null : events.get(0).at(),
                end.map(Recorded::at).orElse(null));
    }

    private Optional<Recorded> end() {
        return events.stream()
                .filter(recorded ->
                        state != TrialState.RUNNING && recorded.event().leadsTo() == state)
                .findFirst();
    }

    private static @Nullable String reason(TrialEvent end) {
        if (end instanceof TrialEvent.Gated gated) {
            return gated.reason();
        } else if (end instanceof TrialEvent.Failed failed) {
            return failed.reason();
        } else if (end instanceof TrialEvent.Interrupted interrupted) {
            return interrupted.reason();
        }
        return null;
    }

    private <T extends TrialEvent> Stream<T> of(Class<T> kind) {
        return events.stream().map(Recorded::event).filter(kind::isInstance).map(kind::cast);
    }

    private <T extends TrialEvent> Optional<T> last(Class<T> kind) {
        return of(kind).reduce((earlier, later) -> later);
    }
}
