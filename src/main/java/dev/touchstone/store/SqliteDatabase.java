package dev.touchstone.store;

import dev.touchstone.base.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/**
 * A SQLite file with one connection that writes and one that reads, each used by one thread at a time. A writing
 * transaction takes the file's write lock when it begins, so it never has to give up halfway; a reading one sees one
 * moment of the file and delays nobody. Whatever SQL throws comes out as {@link StoreException} of one line.
 */
final class SqliteDatabase implements AutoCloseable {
    /** Two busy writing processes were seen to wait for 0.9 s at worst. */
    private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(10);

    /** How every SQLite 3 file begins (sqlite.org/fileformat.html). */
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private final Path file;
    private final Handle writer;
    private final Handle reader;
    private final Object writing = new Object();
    private final Object reading = new Object();

    private SqliteDatabase(Path file, Handle writer, Handle reader) {
        this.file = file;
        this.writer = writer;
        this.reader = reader;
    }

    /**
     * Opens the file, creating it when it is missing, and brings its schema up to date.
     *
     * @throws UserError when the file's schema is newer than this program
     * @throws StoreException when it is no database of Touchstone's or cannot be used
     */
    static SqliteDatabase open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            requireDatabase(file);
        } catch (IOException e) {
            throw failure(file, e);
        }
        SqliteDatabase database = new SqliteDatabase(
                file, connect(file, TransactionMode.IMMEDIATE), connect(file, TransactionMode.DEFERRED));
        try {
            SqliteSchema.migrate(database.writer, file);
            return database;
        } catch (JdbiException e) {
            database.close();
            throw failure(file, e);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** SQLite itself takes a file of a few bytes for an empty database and would write over it. */
    private static void requireDatabase(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > 0) {
            try (InputStream content = Files.newInputStream(file)) {
                if (!Arrays.equals(content.readNBytes(MAGIC.length), MAGIC)) {
                    throw new StoreException("cannot use " + file + ": it is not a SQLite database");
                }
            }
        }
    }

    /** Does the work in a transaction that may write; all of it is kept or, when the work throws, nothing. */
    void write(HandleConsumer<RuntimeException> work) {
        writeAndGet(work.asCallback());
    }

    /** Does the work as {@link #write} does and returns its result. */
    <T> T writeAndGet(HandleCallback<T, RuntimeException> work) {
        synchronized (writing) {
            return transact(writer, work);
        }
    }

    /** Does the work, which only reads, on one moment of the database. */
    <T> T read(HandleCallback<T, RuntimeException> work) {
        synchronized (reading) {
            return transact(reader, work);
        }
    }

    private <T> T transact(Handle handle, HandleCallback<T, RuntimeException> work) {
        try {
            return handle.inTransaction(work);
        } catch (JdbiException e) {
            throw failure(file, e);
        }
    }

    @Override
    public void close() {
        synchronized (writing) {
            writer.close();
        }
        synchronized (reading) {
            reader.close();
        }
    }

    static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath();
    }

    /** The failure in one line: the file and what the deepest cause says. */
    static StoreException failure(Path file, Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String[] lines = String.valueOf(cause.getMessage()).strip().split("\\R", 2);
        return new StoreException("cannot use " + file + ": " + lines[0], failure);
    }

    private static Handle connect(Path file, TransactionMode mode) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) BUSY_TIMEOUT.toMillis());
        config.setSynchronous(SynchronousMode.NORMAL);
        config.enforceForeignKeys(true);
        config.setTransactionMode(mode);
        try {
            return Jdbi.create(() -> config.createConnection(url(file))).open();
        } catch (JdbiException e) {
            throw failure(file, e);
        }
    }
}
