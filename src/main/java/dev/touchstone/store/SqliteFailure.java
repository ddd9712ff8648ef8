package dev.touchstone.store;

import dev.touchstone.base.UserError;
import java.nio.file.Path;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What the failure of a SQLite file means to its owner, in one line: which file, what SQLite says, what to do. */
final class SqliteFailure {
    /** SQLite's extended result codes have the primary one in their lowest byte (sqlite.org/rescode.html). */
    private static final int PRIMARY = 0xff;

    private SqliteFailure() {}

    /** A {@link UserError} where the remedy lies with whoever calls, a {@link StoreException} otherwise. */
    static RuntimeException of(Path file, Exception failure) {
        Throwable cause = failure;
        while (!(cause instanceof SQLiteException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage()).strip().split("\\R", 2)[0];
        String found = "cannot use " + file + ": " + message;
        return switch (primary(cause)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> new StoreException(damage(file, message), failure);
            case SQLITE_FULL ->
                new StoreException(
                        found + "; make room on the disk and resume the study: what was recorded is kept", failure);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new UserError(found + "; another program has it locked: close that one and call again", failure);
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
                new UserError(
                        found + "; the file and its folder must be writable, even to read it: make them so, or name"
                                + " another folder with --reports",
                        failure);
            default -> new StoreException(found, failure);
        };
    }

    /** The line about a file that is not whole any more, of which SQLite says this. */
    static String damage(Path file, String message) {
        return "cannot use " + file + ": it is damaged (" + message + "); put back a copy of it, or delete the study;"
                + " until then 'show --trial' may still read single trials";
    }

    private static SQLiteErrorCode primary(Throwable cause) {
        if (!(cause instanceof SQLiteException failure)) {
            return SQLiteErrorCode.SQLITE_ERROR;
        }
        SQLiteErrorCode code = failure.getResultCode();
        return code == SQLiteErrorCode.SQLITE_IOERR_SHORT_READ // the file ends within a page
                ? SQLiteErrorCode.SQLITE_CORRUPT
                : SQLiteErrorCode.getErrorCode(code.code & PRIMARY);
    }
}
