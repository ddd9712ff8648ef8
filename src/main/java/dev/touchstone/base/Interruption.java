package dev.touchstone.base;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Ctrl-C, or a request to terminate, while something runs that can be resumed: asks it to stop, and keeps the process
 * until it has, or until it has taken too long. The JVM then ends with the code of the signal.
 */
public final class Interruption implements BooleanSupplier, AutoCloseable {
    /** A trial looks for the request before every iteration, so this is for a machine that is very busy. */
    private static final long LONGEST_SECONDS = 30;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread hook = new Thread(this::request, "touchstone-interruption");
    private volatile boolean requested;

    private Interruption() {}

    /** Watches for the signal until closed. */
    public static Interruption watch() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void request() {
        requested = true;
        try {
            stopped.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether to stop. */
    @Override
    public boolean getAsBoolean() {
        return requested;
    }

    /** What was to be stopped has ended. */
    @Override
    public void close() {
        if (!requested) {
            forget();
        }
        stopped.countDown();
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            requested = true; // the signal came this very moment, and the process is ending
        }
    }
}
