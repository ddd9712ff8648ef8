package dev.touchstone.data.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one thread of one process at a time do something that belongs to a file; the others wait. */
final class FileMutex {
    /** The operating system locks files for a process, not for a thread. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final Path file;

    /** @param file a file of no content that exists for this alone; its folder is made when missing */
    FileMutex(Path file) {
        this.file = file;
    }

    /** What is done meanwhile. */
    @FunctionalInterface
    interface Action<T> {
        T run() throws IOException;
    }

    @SuppressWarnings("try") // the lock is held, not used
    <T> T holding(Action<T> action) throws IOException {
        THREADS.lock();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                return action.run();
            }
        } finally {
            THREADS.unlock();
        }
    }
}
