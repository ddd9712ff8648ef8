package dev.touchstone.base;

import java.io.IOException;
import java.nio.file.Path;

/** Writes a file of 16 MB again and again until it fails or is killed. */
public final class EndlessWriter {
    private static final int BYTES = 16_000_000;

    private EndlessWriter() {}

    public static void main(String[] arguments) throws IOException {
        while (true) {
            WholeFile.write(Path.of(arguments[0]), new byte[BYTES]);
        }
    }
}
