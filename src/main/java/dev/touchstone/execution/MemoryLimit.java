package dev.touchstone.execution;

import java.util.Locale;

/**
 * How much resident memory a worker may have. The operating system's own limit would end the process without a word, and
 * JavaCPP's is switched off because it costs a quarter of the training time.
 *
 * @param bytes beyond which the running trial fails
 */
public record MemoryLimit(long bytes) {
    /** From here on a fresh process goes on instead: early enough to keep what the trial has done. */
    private static final double RECYCLED_FROM = 0.75;

    /** The share of the machine that all workers may take together; the rest is the coordinator's and the system's. */
    private static final double SHARE_OF_MACHINE = 0.8;

    private static final int MEGABYTE = 20;

    /** A worker that has just begun has 0.3 to 0.4 GB, most of it libraries (measured on Linux, JDK 17). */
    private static final long LEAST = 1L << 30;

    /** An equal share for each of some workers on a machine of so many bytes. */
    public static MemoryLimit share(long machine, int workers) {
        return new MemoryLimit(Math.max(LEAST, (long) (machine * SHARE_OF_MACHINE / workers)));
    }

    boolean isPassedBy(long resident) {
        return resident > bytes;
    }

    /** Whether a fresh process should go on. */
    boolean isNearTo(long resident) {
        return resident > RECYCLED_FROM * bytes;
    }

    /** One sentence for whoever asks why a trial was ended. */
    String reason(long resident) {
        return String.format(
                Locale.ROOT,
                "the worker's resident memory passed its limit: %d MB of %d MB",
                resident >> MEGABYTE,
                bytes >> MEGABYTE);
    }
}
