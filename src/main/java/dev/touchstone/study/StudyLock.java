package dev.touchstone.study;

import dev.touchstone.base.FileTrouble;
import dev.touchstone.base.UserError;
import dev.touchstone.store.StoreException;
import dev.touchstone.store.StudyFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Held by the one coordinator of a study; the operating system lets go of it when the process dies. */
public final class StudyLock implements AutoCloseable {
    /** Together half a second: whoever only asks whether the lock is held has it for less than a millisecond. */
    private static final int TRIES = 25;

    private static final long RETRY_MILLIS = 20;

    /**
     * Lock files that this process holds. POSIX drops a process's locks on a file as soon as it closes any channel of
     * it, so they must not be opened again.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private StudyLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock, making the study's folder when it is missing.
     *
     * @throws UserError when another coordinator holds it, or the folder cannot be written to
     */
    public static StudyLock take(StudyFolder folder) {
        Path file = file(folder);
        if (!HELD_HERE.add(file)) {
            throw inUse(folder);
        }
        try {
            Files.createDirectories(folder.folder());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isTaken(channel)) {
                return new StudyLock(file, channel);
            }
            channel.close();
        } catch (IOException e) {
            HELD_HERE.remove(file);
            throw new UserError(
                    "cannot lock study '" + folder.study() + "': " + FileTrouble.inWords(e)
                            + "; name a folder with --reports that you may write to",
                    e);
        }
        HELD_HERE.remove(file);
        throw inUse(folder);
    }

    /** Whether a coordinator holds the lock of a study, in this process or another. */
    static boolean isHeld(StudyFolder folder) {
        Path file = file(folder);
        if (HELD_HERE.contains(file)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock shared = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return shared == null;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new StoreException(
                    "cannot see whether study '" + folder.study() + "' is locked: " + e.getMessage(), e);
        }
    }

    private static Path file(StudyFolder folder) {
        return folder.lock().toAbsolutePath().normalize();
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        for (int tries = 1; channel.tryLock() == null; tries++) {
            if (tries == TRIES || !isRested()) {
                return false;
            }
        }
        return true;
    }

    /** Waits before the next try; false when this thread is to end. */
    private static boolean isRested() {
        try {
            Thread.sleep(RETRY_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static UserError inUse(StudyFolder folder) {
        return new UserError(
                "study '" + folder.study() + "' is in use by another sweep; wait for it to end, or stop it");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreException("cannot unlock the study: " + e.getMessage(), e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
