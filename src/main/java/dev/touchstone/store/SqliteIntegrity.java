package dev.touchstone.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/**
 * Whether a SQLite file is whole, asked before a study goes on in it. SQLite keeps no checksums: it finds pages, rows
 * and indexes that do not fit together; text that is none any more is found when it is read, a digit that became another
 * one never. The whole {@code integrity_check}, which compares indexes with their tables, takes 0.07 s for 100 MB in the
 * page cache; {@code quick_check} would save a third of it.
 */
public final class SqliteIntegrity {
    private static final String FIRST_PROBLEM = "PRAGMA integrity_check(1)";
    private static final String WHOLE = "ok";

    private SqliteIntegrity() {}

    /**
     * Looks through the file by a connection that cannot write, lest the write-ahead log of a process that died be
     * carried into a damaged file.
     *
     * @throws StoreException when the file is damaged; it is then as it was
     */
    public static void require(Path file) {
        SQLiteConfig config = SqliteDatabase.config(SqliteDatabase.BUSY_TIMEOUT);
        config.setReadOnly(true);
        String found;
        try (Connection connection = config.createConnection(SqliteDatabase.url(file));
                Statement statement = connection.createStatement();
                ResultSet problems = statement.executeQuery(FIRST_PROBLEM)) {
            found = problems.getString(1);
        } catch (SQLException e) {
            throw SqliteFailure.of(file, e);
        }
        if (!found.equals(WHOLE)) {
            // The first line names the schema, which is always the same.
            String problem = found.lines().reduce(found, (line, next) -> next);
            throw new StoreException(SqliteFailure.damage(file, problem));
        }
    }
}
