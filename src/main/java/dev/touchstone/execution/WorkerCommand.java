package dev.touchstone.execution;

import dev.touchstone.training.CachedShapes;
import dev.touchstone.training.ReachableOperations;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command line and environment of a worker process. Neither says anything of the data: a worker can find out from
 * them neither where the raw rows are nor a key.
 *
 * @param main of the worker
 * @param heap largest Java heap in bytes
 */
record WorkerCommand(Class<?> main, long heap) {
    /**
     * Bounded, because the collection of the heap is what frees ND4J's native memory; 256 MB keeps a worker of a small
     * network flat at about 240 MB (measured over 20,000 iterations, bench FlatMemory).
     */
    private static final long BASE_HEAP = 256L << 20;

    /** The rows are mapped, not copied; but of narrow ones the order, labels and predictions take several times as much. */
    private static final int TIMES_DATA = 4;

    /** From this release on Java warns of what ND4J and jte do with memory unless told that it is meant. */
    private static final int WARNS_OF_UNSAFE = 23;

    /** Small networks train up to twice as fast on one thread, and bit for bit the same whatever else runs. */
    private static final Map<String, String> GIVEN = Map.of("OMP_NUM_THREADS", "1");

    /** What programs and libraries need to be found and started, and the number of threads that the user chose. */
    private static final Set<String> PASSED_ON = Set.of(
            "PATH",
            "LANG",
            "LC_ALL",
            "TMPDIR",
            "TEMP",
            "TMP",
            "SystemRoot",
            "LD_LIBRARY_PATH",
            "DYLD_LIBRARY_PATH",
            "OMP_NUM_THREADS");

    /** OpenBLAS takes its kernels by these, and kernels differ in the last bits. */
    private static final String OPENBLAS = "OPENBLAS_";

    /** @param dataBytes of the prepared data */
    static WorkerCommand of(Class<?> main, long dataBytes) {
        return new WorkerCommand(main, BASE_HEAP + TIMES_DATA * dataBytes);
    }

    /**
     * Starts a process.
     *
     * @param folder the process works in
     * @param crashReport where the JVM writes what it knows when it crashes
     * @param log gets whatever the process prints
     */
    Process start(Path folder, Path crashReport, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line(crashReport))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        scrub(builder.environment());
        return builder.start();
    }

    private List<String> line(Path crashReport) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:ErrorFile=" + crashReport.toAbsolutePath(),
                "-XX:-CreateCoredumpOnCrash",
                // Else JavaCPP reads its own memory use at each allocation, a quarter of the training time.
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                // ND4J's methods are long and branch a lot: inlined as Java's defaults have it, they take the
                // compiler an eighth of the time of a sweep of small trials, and run no faster (120 trials of digits,
                // two workers).
                "-XX:InlineSmallCode=500",
                "-XX:FreqInlineSize=150",
                "-Dshapeinfoprovider=" + CachedShapes.class.getName(),
                "-Dopexec=" + ReachableOperations.class.getName(),
                "--enable-native-access=ALL-UNNAMED"));
        if (Runtime.version().feature() >= WARNS_OF_UNSAFE) {
            line.add("--sun-misc-unsafe-memory-access=allow");
        }
        line.addAll(List.of("-cp", absolute(System.getProperty("java.class.path")), main.getName()));
        return line;
    }

    /** A worker works in a folder of its own, where paths that are relative to this process's lead nowhere. */
    static String absolute(String classPath) {
        return Stream.of(classPath.split(Pattern.quote(File.pathSeparator)))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Leaves what a worker needs, so that it computes as this process would. */
    static void scrub(Map<String, String> environment) {
        environment.keySet().removeIf(name -> !PASSED_ON.contains(name) && !name.startsWith(OPENBLAS));
        GIVEN.forEach(environment::putIfAbsent);
    }
}
