package dev.touchstone.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The living worker processes of one study, whoever started them.
 *
 * @param study the study's folder, which their command lines name
 */
record WorkerProcesses(Path study) {
    List<ProcessHandle> alive() {
        String mark = study.resolve("workers").toAbsolutePath().toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(mark))
                .toList();
    }

    /** Sends a signal by its short name; one to a process that is gone has no effect. */
    static void signal(String name, String processOrGroup) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, "--", processOrGroup)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Bytes of resident memory; 0 when the process is gone. */
    static long resident(ProcessHandle process) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(process.pid())).start();
        String kilobytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        return kilobytes.isEmpty() ? 0 : Long.parseLong(kilobytes) << 10;
    }

    /** Bytes of memory that no other process shares; 0 when the process is gone. Linux tells. */
    static long privateMemory(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Private_"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                            .sum()
                    << 10;
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}
