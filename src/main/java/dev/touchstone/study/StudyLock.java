package dev.touchstone.study;

import dev.touchstone.base.UserError;
import dev.touchstone.store.StoreException;
import dev.touchstone.store.StudyFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Held by the one coordinator of a study; the operating system lets go of it when the process dies. */
public final class StudyLock implements AutoCloseable {
    private final FileChannel channel;

    private StudyLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, making the study's folder when it is missing.
     *
     * @throws UserError when another coordinator holds it
     */
    public static StudyLock take(StudyFolder folder) {
        try {
            Files.createDirectories(folder.folder());
            FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new UserError(
                        "study '" + folder.study() + "' is in use by another sweep; wait for it to end, or stop it");
            }
            return new StudyLock(channel);
        } catch (IOException e) {
            throw new StoreException("cannot lock study '" + folder.study() + "': " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreException("cannot unlock the study: " + e.getMessage(), e);
        }
    }
}
