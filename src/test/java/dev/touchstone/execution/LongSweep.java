package dev.touchstone.execution;

import java.io.IOException;
import java.nio.file.Path;

/** One trial of several seconds, so that a checkpoint comes long before its end; carried by whichever process. */
final class LongSweep {
    private static final String WIDE = """
              learning-rate: {log-uniform: [1e-3, 1e-2]}
              width: {integer: [300, 400]}
            """;

    private LongSweep() {}

    static SmallSweep in(Path folder) throws IOException {
        return new SmallSweep(folder, WIDE, 1, "{epochs: 180, early-stopping: {patience: 180}}", SmallSweep.NO_GATES);
    }

    /** Carries the sweep below a folder to its end. */
    public static void main(String[] arguments) throws IOException {
        in(Path.of(arguments[0])).run(() -> false);
    }
}
