package dev.touchstone.store;

import dev.touchstone.base.FileTrouble;
import dev.touchstone.base.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * A SQLite file with one connection that writes and one that reads, each used by one thread at a time. A writing
 * transaction takes the file's write lock when it begins, so it never has to give up halfway; a reading one sees one
 * moment of the file and delays nobody. Whatever SQL throws comes out as {@link SqliteFailure} puts it.
 */
final class SqliteDatabase implements AutoCloseable {
    /** Eight stores that wrote without a pause on two processors were seen to wait for 1.5 s at worst. */
    static final Duration BUSY_TIMEOUT = Duration.ofSeconds(30);

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
     * @throws UserError when the file's schema is newer than this program, or another program or the file system keeps
     *     this one out
     * @throws StoreException when it is no database of Touchstone's or cannot be used
     */
    static SqliteDatabase open(Path file) {
        return open(file, BUSY_TIMEOUT);
    }

    /** @param busyTimeout how long every transaction waits for those of others */
    static SqliteDatabase open(Path file, Duration busyTimeout) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            requireDatabase(file);
        } catch (IOException e) {
            throw new UserError(
                    "cannot use " + file + ": " + FileTrouble.inWords(e)
                            + "; name a folder with --reports that you may write to",
                    e);
        }
        SqliteDatabase database = new SqliteDatabase(file, connect(file, busyTimeout), connect(file, busyTimeout));
        try {
            SqliteSchema.migrate(database.writer, file);
            return database;
        } catch (JdbiException e) {
            database.close();
            throw SqliteFailure.of(file, e);
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
            return transact(writer, "BEGIN IMMEDIATE", work);
        }
    }

    /** Does the work, which only reads, on one moment of the database. */
    <T> T read(HandleCallback<T, RuntimeException> work) {
        synchronized (reading) {
            return transact(reader, "BEGIN", handle -> understood(handle, work));
        }
    }

    /** Work that only reads has no other arguments than the rows it finds. */
    private <T> T understood(Handle handle, HandleCallback<T, RuntimeException> work) {
        try {
            return work.withHandle(handle);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new StoreException(SqliteFailure.damage(file, "a row holds what Touchstone never wrote"), e);
        }
    }

    private <T> T transact(Handle handle, String begin, HandleCallback<T, RuntimeException> work) {
        try {
            handle.execute(begin);
            return committed(handle, work);
        } catch (JdbiException e) {
            throw SqliteFailure.of(file, e);
        }
    }

    /** The driver's own transactions hold one for begun whose beginning failed, and no later one is whole then. */
    private static <T> T committed(Handle handle, HandleCallback<T, RuntimeException> work) {
        try {
            T result = work.withHandle(handle);
            handle.execute("COMMIT");
            return result;
        } catch (RuntimeException | Error e) {
            rollBack(handle, e);
            throw e;
        }
    }

    private static void rollBack(Handle handle, Throwable cause) {
        try {
            handle.execute("ROLLBACK");
        } catch (JdbiException e) {
            cause.addSuppressed(e); // a full disk makes SQLite roll back by itself
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

    /** How every connection to a database of Touchstone's is set up. */
    static SQLiteConfig config(Duration busyTimeout) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) busyTimeout.toMillis());
        config.setSynchronous(SynchronousMode.NORMAL);
        config.enforceForeignKeys(true);
        return config;
    }

    private static Handle connect(Path file, Duration busyTimeout) {
        SQLiteConfig config = config(busyTimeout);
        try {
            return Jdbi.create(() -> config.createConnection(url(file))).open();
        } catch (JdbiException e) {
            throw SqliteFailure.of(file, e);
        }
    }
}
