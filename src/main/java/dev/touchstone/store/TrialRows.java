package dev.touchstone.store;

import dev.touchstone.base.Json;
import dev.touchstone.space.Assignment;
import dev.touchstone.trial.TrialEvent;
import dev.touchstone.trial.TrialState;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** One study's trials and what happened to them; every method takes part in the transaction of the handle it is given. */
record TrialRows(String study) {
    /** Adds a trial that waits for a worker. */
    void insert(Handle handle, int number, Assignment proposed, double[] point, long seed) {
        handle.createUpdate("INSERT INTO trial (study, number, state, proposed, point, seed, queued_at)"
                        + " VALUES (:study, :number, :state, :proposed, :point, :seed, :now)")
                .bind("study", study)
                .bind("number", number)
                .bind("state", TrialState.QUEUED)
                .bind("proposed", Json.write(proposed))
                .bind("point", Json.write(point))
                .bind("seed", seed)
                .bind("now", StudyRow.now())
                .execute();
    }

    /**
     * Adds an event, which may lead the trial to another state.
     *
     * @throws IllegalArgumentException when there is no such trial
     * @throws IllegalStateException when the trial's state cannot take the event
     */
    void append(Handle handle, int trial, TrialEvent event) {
        StoredTrial stored = find(handle, trial);
        if (!event.mayFollow(stored.state())) {
            throw new IllegalStateException("trial %d is %s and cannot take the event %s"
                    .formatted(trial, stored.state(), event.getClass().getSimpleName()));
        }
        insert(handle, stored, event);
        TrialState next = event.leadsTo();
        if (next != null) {
            handle.createUpdate("UPDATE trial SET state = :next WHERE id = :trial")
                    .bind("next", next)
                    .bind("trial", stored.id())
                    .execute();
        }
    }

    private static void insert(Handle handle, StoredTrial trial, TrialEvent event) {
        String payload = Json.write(event);
        handle.createUpdate("INSERT INTO event (trial_id, at, kind, payload) VALUES (:trial, :now, :kind, :payload)")
                .bind("trial", trial.id())
                .bind("now", StudyRow.now())
                .bind("kind", Json.tree(payload).path("kind").asText())
                .bind("payload", payload)
                .execute();
    }

    /**
     * Adds what somebody wrote of a trial.
     *
     * @throws IllegalArgumentException when there is no such trial
     */
    void note(Handle handle, int trial, String text) {
        handle.createUpdate("INSERT INTO note (trial_id, at, text) VALUES (:trial, :now, :text)")
                .bind("trial", find(handle, trial).id())
                .bind("now", StudyRow.now())
                .bind("text", text)
                .execute();
    }

    /** Numbers of the trials that have not ended, in order. */
    List<Integer> pending(Handle handle) {
        return handle.createQuery(
                        "SELECT number FROM trial WHERE study = :study AND state IN (<states>) ORDER BY number")
                .bind("study", study)
                .bindList(
                        "states",
                        Stream.of(TrialState.values())
                                .filter(state -> !state.isFinal())
                                .toList())
                .mapTo(Integer.class)
                .list();
    }

    /** How many trials there are in each state that any is in. */
    Map<TrialState, Integer> counts(Handle handle) {
        return handle.createQuery("SELECT state, COUNT(*) AS trials FROM trial WHERE study = :study GROUP BY state")
                .bind("study", study)
                .map((result, context) ->
                        Map.entry(TrialState.valueOf(result.getString("state")), result.getInt("trials")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private StoredTrial find(Handle handle, int number) {
        return handle.createQuery("SELECT id, state FROM trial WHERE study = :study AND number = :number")
                .bind("study", study)
                .bind("number", number)
                .map((result, context) ->
                        new StoredTrial(result.getLong("id"), TrialState.valueOf(result.getString("state"))))
                .findOne()
                .orElseThrow(() -> new IllegalArgumentException("study '%s' has no trial %d".formatted(study, number)));
    }

    private record StoredTrial(long id, TrialState state) {}
}
