package dev.touchstone.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What gates of one study measured; every method takes part in the transaction of the handle it is given. */
record MeasureRows(String study) {
    Optional<String> find(Handle handle, String key) {
        return handle.createQuery("SELECT value FROM gate_measure WHERE study = :study AND name = :key")
                .bind("study", study)
                .bind("key", key)
                .mapTo(String.class)
                .findOne();
    }

    /** The first one stays. */
    void insert(Handle handle, String key, String json) {
        handle.createUpdate("INSERT INTO gate_measure (study, name, value)"
                        + " VALUES (:study, :key, :json) ON CONFLICT (study, name) DO NOTHING")
                .bind("study", study)
                .bind("key", key)
                .bind("json", json)
                .execute();
    }
}
