package dev.touchstone.store;

import dev.touchstone.trial.JournalFailed;

/** The store failed: disk, database, or a file that is not what it should be. The command exits with 3. */
public class StoreException extends JournalFailed {
    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
