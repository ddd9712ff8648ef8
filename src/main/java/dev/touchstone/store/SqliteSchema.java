package dev.touchstone.store;

import dev.touchstone.base.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.sqlite.SQLiteDataSource;

/**
 * The tables of a SQLite database and their version. Flyway brings them up to date; because it takes longer to start
 * than all the rest of {@code list}, it is asked only when the database is new or old.
 */
final class SqliteSchema {
    /** The newest migration in this program. */
    static final int VERSION = 4;

    private static final String MIGRATIONS = "classpath:dev/touchstone/store/migration";
    private static final String HISTORY = "flyway_schema_history";
    private static final int NO_TABLES = 0;

    private SqliteSchema() {}

    /**
     * Makes the database's schema this program's.
     *
     * @throws UserError when it is newer than this program
     * @throws StoreException when the tables are not Touchstone's or cannot be brought up to date
     */
    static void migrate(Handle handle, Path file) {
        int found = version(handle, file);
        if (found > VERSION) {
            throw new UserError(("%s has schema version %d, and this Touchstone knows versions up to %d:"
                            + " use the newer one that wrote it")
                    .formatted(file, found, VERSION));
        }
        if (found < VERSION) {
            runFlyway(file);
            // Readers and the writer then do not wait for each other; SQLite keeps the mode in the file.
            handle.execute("PRAGMA journal_mode = WAL");
        }
    }

    private static int version(Handle handle, Path file) {
        List<String> tables = handle.queryMetadata(
                        metadata -> metadata.getTables(null, null, "%", new String[] {"TABLE"}))
                .map((row, context) -> row.getString("TABLE_NAME"))
                .list();
        if (tables.isEmpty()) {
            return NO_TABLES;
        }
        if (!tables.contains(HISTORY)) {
            throw new StoreException(file + " is a database, but not one of Touchstone's");
        }
        return handle
                .createQuery("SELECT version FROM " + HISTORY + " WHERE version IS NOT NULL")
                .mapTo(Integer.class)
                .stream()
                .reduce(NO_TABLES, Math::max);
    }

    private static void runFlyway(Path file) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl(SqliteDatabase.url(file));
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations(MIGRATIONS)
                    .placeholders(Map.of("identity", "INTEGER PRIMARY KEY AUTOINCREMENT"))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw SqliteFailure.of(file, e);
        }
    }
}
