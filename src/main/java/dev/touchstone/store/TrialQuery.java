package dev.touchstone.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.touchstone.base.Json;
import dev.touchstone.space.Assignment;
import dev.touchstone.store.TrialHistory.Recorded;
import dev.touchstone.trial.TrialEvent;
import dev.touchstone.trial.TrialState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Reads the trials of a study whose numbers lie in a range, both ends included. */
record TrialQuery(String study, int first, int last) {
    private static final String CHOSEN = " WHERE trial.study = :study AND trial.number BETWEEN :first AND :last";

    static TrialQuery all(String study) {
        return new TrialQuery(study, 1, Integer.MAX_VALUE);
    }

    static TrialQuery one(String study, int number) {
        return new TrialQuery(study, number, number);
    }

    /** The trials in the order of their numbers, each as it stands. */
    List<TrialRecord> read(Handle handle) {
        return histories(handle).stream().map(TrialHistory::fold).toList();
    }

    /** The trials in the order of their numbers, each with the events that count. */
    List<TrialHistory> histories(Handle handle) {
        Map<Integer, List<Recorded>> events = byTrial(
                handle,
                "SELECT trial.number, event.at, event.payload FROM event JOIN trial ON trial.id = event.trial_id"
                        + CHOSEN + " ORDER BY event.id",
                (row, context) -> new Recorded(
                        Instant.parse(row.getString("at")), Json.read(row.getString("payload"), TrialEvent.class)));
        Map<Integer, List<TrialRecord.Note>> notes = byTrial(
                handle,
                "SELECT trial.number, note.at, note.text FROM note JOIN trial ON trial.id = note.trial_id" + CHOSEN
                        + " ORDER BY note.id",
                (row, context) -> new TrialRecord.Note(Instant.parse(row.getString("at")), row.getString("text")));
        return select(
                handle,
                "SELECT number, state, proposed, seed FROM trial" + CHOSEN + " ORDER BY number",
                (row, context) -> TrialHistory.of(
                        row.getInt("number"),
                        TrialState.valueOf(row.getString("state")),
                        Json.read(row.getString("proposed"), Assignment.class),
                        row.getLong("seed"),
                        events.getOrDefault(row.getInt("number"), List.of()),
                        notes.getOrDefault(row.getInt("number"), List.of())));
    }

    private <T> Map<Integer, List<T>> byTrial(Handle handle, String sql, RowMapper<T> mapper) {
        return select(handle, sql, (row, context) -> Map.entry(row.getInt("number"), mapper.map(row, context))).stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private <T> List<T> select(Handle handle, String sql, RowMapper<T> mapper) {
        return handle.createQuery(sql)
                .bind("study", study)
                .bind("first", first)
                .bind("last", last)
                .map(mapper)
                .list();
    }
}
