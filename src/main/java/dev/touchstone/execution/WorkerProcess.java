package dev.touchstone.execution;

import dev.touchstone.base.Json;
import dev.touchstone.store.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A worker process as its coordinator sees it. */
final class WorkerProcess {
    private final String name;
    private final Process process;
    private final Path crashReport;
    private final Path log;

    private WorkerProcess(String name, Process process, Path crashReport, Path log) {
        this.name = name;
        this.process = process;
        this.crashReport = crashReport;
        this.log = log;
    }

    /**
     * Starts a worker and gives it its order.
     *
     * @param folder for what the process leaves behind
     * @throws StoreException when it cannot be started
     */
    static WorkerProcess start(WorkerCommand command, Order order, Path folder) {
        Path crashReport = folder.resolve(order.worker() + ".hs_err");
        Path log = folder.resolve(order.worker() + ".log");
        try {
            Files.createDirectories(folder);
            Process process = command.start(folder, crashReport, log);
            tell(process, order);
            return new WorkerProcess(order.worker(), process, crashReport, log);
        } catch (IOException e) {
            throw new StoreException("cannot start a worker: " + e.getMessage(), e);
        }
    }

    /** A process that has ended already cannot be told; its death is looked into like any other. */
    private static void tell(Process process, Order order) {
        try {
            OutputStream input = process.getOutputStream();
            input.write((Json.write(order) + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks the worker to stop: its trial's state is kept, and the trial can be resumed. */
    void release() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // The worker is gone, and with it the pipe.
        }
    }

    /** Ends the process, also one that stands still. */
    void kill() {
        process.destroyForcibly();
    }

    /**
     * Waits for the end, and ends the process when the time is over.
     *
     * @return whether it ended by itself
     */
    boolean awaitEnd(Duration longest) {
        boolean interrupted = false;
        try {
            if (process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        kill();
        process.onExit().join();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** What the process has printed so far. */
    String printed() {
        return content(log);
    }

    /** Looks into how the process ended, and clears away what it left behind. */
    WorkerDeath death() {
        return new WorkerDeath(process.exitValue(), taken(crashReport), taken(log));
    }

    private static String taken(Path file) {
        String text = content(file);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It stays where it is.
        }
        return text;
    }

    private static String content(Path file) {
        try {
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
