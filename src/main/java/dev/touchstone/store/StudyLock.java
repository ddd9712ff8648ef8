package dev.touchstone.store;

import dev.touchstone.base.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Says that one process runs or deletes a study. The operating system gives the lock back when that process dies, however
 * it dies; the file that it is held on stays, with the number of the last process that held it.
 */
public final class StudyLock implements AutoCloseable {
    private final FileChannel channel;

    private StudyLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock of a study; creates the study's folder when missing.
     *
     * @throws UserError when somebody holds it
     * @throws StoreException when the lock's file cannot be used
     */
    public static StudyLock take(StudyFolder folder) {
        Path file = folder.lock();
        FileChannel channel = null;
        try {
            Files.createDirectories(folder.folder());
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                String holder = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                channel.close();
                throw new UserError("study '" + folder.study() + "' is in use by process " + holder
                        + "; wait for it to end, or interrupt it and resume the study");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return new StudyLock(channel);
        } catch (IOException e) {
            close(channel, e);
            throw new StoreException("the lock " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** The lock, or null when another process or another part of this one holds it. */
    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void close(@Nullable FileChannel channel, IOException cause) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** Gives the lock back. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreException("the lock of a study cannot be given back: " + e.getMessage(), e);
        }
    }
}
