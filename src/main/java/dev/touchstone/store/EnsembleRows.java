package dev.touchstone.store;

import dev.touchstone.base.Json;
import dev.touchstone.ensemble.Ensemble;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The ensembles of one study; every method takes part in the transaction of the handle it is given. */
record EnsembleRows(String study) {
    int insert(Handle handle, Ensemble ensemble) {
        int number = 1
                + handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM ensemble WHERE study = :study")
                        .bind("study", study)
                        .mapTo(Integer.class)
                        .one();
        handle.createUpdate("INSERT INTO ensemble (study, number, way, at, content)"
                        + " VALUES (:study, :number, :way, :now, :content)")
                .bind("study", study)
                .bind("number", number)
                .bind("way", ensemble.way())
                .bind("now", StudyRow.now())
                .bind("content", Json.write(ensemble))
                .execute();
        return number;
    }

    List<KeptEnsemble> all(Handle handle) {
        return handle.createQuery("SELECT number, at, content FROM ensemble WHERE study = :study ORDER BY number")
                .bind("study", study)
                .map((row, context) -> new KeptEnsemble(
                        row.getInt("number"),
                        Instant.parse(row.getString("at")),
                        Json.read(row.getString("content"), Ensemble.class)))
                .list();
    }
}
