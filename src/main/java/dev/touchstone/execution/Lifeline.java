package dev.touchstone.execution;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * A worker's standard input, which the coordinator holds the other end of. Its end means that the worker should stop: the
 * coordinator closed it, or is gone, however it went, for then the operating system closes it.
 */
final class Lifeline implements BooleanSupplier {
    /** For the running trial to keep its state; beyond it the process ends in the middle of whatever it does. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private final InputStream input;
    private final Runnable end;
    private volatile boolean cut;

    private Lifeline(InputStream input, Runnable end) {
        this.input = input;
        this.end = end;
    }

    /** @param end ends this process at once */
    static Lifeline watch(InputStream input, Runnable end) {
        Lifeline lifeline = new Lifeline(input, end);
        Thread thread = new Thread(lifeline::listen, "touchstone-lifeline");
        thread.setDaemon(true);
        thread.start();
        return lifeline;
    }

    private void listen() {
        try {
            while (input.read() >= 0) {
                // Nothing is said after the order; only silence's end counts.
            }
        } catch (IOException e) {
            // As good as its end.
        }
        cut = true;
        try {
            Thread.sleep(GRACE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end.run();
    }

    /** Whether to stop. */
    @Override
    public boolean getAsBoolean() {
        return cut;
    }
}
