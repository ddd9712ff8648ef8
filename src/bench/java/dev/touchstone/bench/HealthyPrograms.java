package dev.touchstone.bench;

import dev.touchstone.bench.faults.TwiceAsLong;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Whether the programs that faults are seeded into are healthy: whether more training would hardly make them better. */
final class HealthyPrograms {
    private HealthyPrograms() {}

    /** @param arguments as those of {@link FaultBenchmark}: {@code tuning} or {@code counting}, {@code programs=A,B} */
    public static void main(String[] arguments) throws IOException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        new TwiceAsLong(Path.of("target", "fault-benchmark"), out).print(arguments);
        System.exit(0); // ND4J leaves threads behind that would keep the process
    }
}
