package dev.touchstone.store;

import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.diagnosis.experiment.Weighed;
import dev.touchstone.space.Assignment;
import dev.touchstone.trial.Failure;
import dev.touchstone.trial.Resumption;
import dev.touchstone.trial.TrialEvent;
import dev.touchstone.trial.TrialState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A trial's row and its events in their order, which together make the trial as it stands.
 *
 * @param events those that count
 * @param failures whatever broke it, in order
 * @param state after the last event; running also when the trial was claimed and has not told of its start yet
 */
record TrialHistory(
        int number,
        TrialState state,
        Assignment proposed,
        long seed,
        List<Recorded> events,
        List<Failure> failures,
        List<TrialRecord.Note> notes) {

    /** An event and when it was appended. */
    record Recorded(Instant at, TrialEvent event) {}

    /** Folds all that was ever appended: nothing of an earlier start counts but what broke it. */
    static TrialHistory of(
            int number,
            TrialState state,
            Assignment proposed,
            long seed,
            List<Recorded> events,
            List<TrialRecord.Note> notes) {
        List<Failure> failures = events.stream()
                .flatMap(recorded -> recorded.event().failure().stream())
                .toList();
        return new TrialHistory(number, state, proposed, seed, settled(events), failures, notes);
    }

    /** Without what came between a checkpoint and going on from it, for that comes again. */
    private static List<Recorded> settled(List<Recorded> events) {
        List<Recorded> counting = new ArrayList<>();
        for (Recorded recorded : events) {
            if (recorded.event() instanceof TrialEvent.Started) {
                counting.clear();
            } else if (recorded.event() instanceof TrialEvent.Resumed) {
                dropAfterLastCheckpoint(counting);
            }
            counting.add(recorded);
        }
        return counting;
    }

    private static void dropAfterLastCheckpoint(List<Recorded> events) {
        int end = events.size();
        while (end > 0 && !(events.get(end - 1).event() instanceof TrialEvent.Checkpointed)) {
            end--;
        }
        events.subList(end, events.size()).clear();
    }

    private @Nullable Resumption resumption() {
        return last(TrialEvent.Checkpointed.class)
                .flatMap(checkpoint -> last(TrialEvent.EffectiveChosen.class)
                        .map(chosen -> new Resumption(chosen.effective(), checkpoint.artefact(), upToLastCheckpoint())))
                .orElse(null);
    }

    private List<TrialEvent> upToLastCheckpoint() {
        List<Recorded> counting = new ArrayList<>(events);
        dropAfterLastCheckpoint(counting);
        return counting.stream().map(Recorded::event).toList();
    }

    /** The trial as whoever carries it needs it. */
    StudyStore.ClaimedTrial claimed(Lease lease) {
        return new StudyStore.ClaimedTrial(lease, proposed, seed, resumption());
    }

    /** The trial as it stands. */
    TrialRecord fold() {
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
                environment(),
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
                of(TrialEvent.Looked.class).map(TrialEvent.Looked::look).toList(),
                last(TrialEvent.Assessed.class).orElse(null),
                Weighed.of(
                        of(TrialEvent.FindingMade.class)
                                .map(TrialEvent.FindingMade::finding)
                                .toList(),
                        tested()),
                tested(),
                last(TrialEvent.Completed.class).orElse(null),
                failures,
                notes,
                events.isEmpty() ? null : events.get(0).at(),
                end.map(Recorded::at).orElse(null));
    }

    private List<Tested> tested() {
        Map<String, Tested> last = new LinkedHashMap<>();
        of(TrialEvent.Experimented.class)
                .map(TrialEvent.Experimented::tested)
                .forEach(tested -> last.put(tested.code(), tested));
        return List.copyOf(last.values());
    }

    /** Where it was carried last. */
    private Map<String, String> environment() {
        return last(TrialEvent.Resumed.class)
                .map(TrialEvent.Resumed::environment)
                .or(() -> last(TrialEvent.Started.class).map(TrialEvent.Started::environment))
                .orElse(Map.of());
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
