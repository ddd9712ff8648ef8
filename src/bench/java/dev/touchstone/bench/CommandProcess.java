package dev.touchstone.bench;

import dev.touchstone.cli.Touchstone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The {@code touchstone} command in a process group of its own, as a terminal starts it. */
final class CommandProcess {
    /** Nothing here lasts so long on any machine. */
    private static final int LONGEST_END_SECONDS = 600;

    private static final String OWN_GROUP = "setpgrp(0, 0); exec @ARGV or die $!";

    private final Process process;
    private final Path output;

    private CommandProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** @param folder holds the keys, and what the command prints */
    static CommandProcess start(Path folder, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                "perl",
                "-e",
                OWN_GROUP,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-cp",
                System.getProperty("java.class.path"),
                Touchstone.class.getName()));
        line.addAll(arguments);
        Path output = Files.createTempFile(folder, "command", ".txt");
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("TOUCHSTONE_CONFIG", folder.resolve("keys").toString());
        builder.environment().put("TOUCHSTONE_DEBUG", "1");
        Process process = builder.start();
        // Whoever ends the bench does not want the sweep to go on.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new CommandProcess(process, output);
    }

    boolean hasEnded() {
        return !process.isAlive();
    }

    /** Sends a signal to this process alone. */
    void signal(String name) throws IOException, InterruptedException {
        WorkerProcesses.signal(name, String.valueOf(process.pid()));
    }

    /** Sends a signal to this process and all that it started, as a terminal does. */
    void signalGroup(String name) throws IOException, InterruptedException {
        WorkerProcesses.signal(name, "-" + process.pid());
    }

    /** The exit code, once it has ended. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the command did not end within " + LONGEST_END_SECONDS + " s");
        }
        return process.exitValue();
    }

    String printed() throws IOException {
        return Files.readString(output);
    }
}
