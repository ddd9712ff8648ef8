package dev.touchstone.execution;

import java.time.Duration;

/** Does something again and again on a thread of its own, which does not keep its process from ending. */
final class Ticker implements AutoCloseable {
    private final Thread thread;

    private Ticker(Runnable work, Duration pause) {
        this.thread = new Thread(() -> repeat(work, pause), "touchstone-ticker");
        thread.setDaemon(true);
    }

    /** @param pause between the end of one time and the beginning of the next */
    static Ticker start(Runnable work, Duration pause) {
        Ticker ticker = new Ticker(work, pause);
        ticker.thread.start();
        return ticker;
    }

    private static void repeat(Runnable work, Duration pause) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                work.run();
                Thread.sleep(pause.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
