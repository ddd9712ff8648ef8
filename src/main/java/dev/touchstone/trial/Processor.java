package dev.touchstone.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The processor of this machine, as far as the operating system tells it without being asked by a program. */
final class Processor {
    /** Linux's list of processors; ARM kernels leave the model out. */
    private static final Path LINUX = Path.of("/proc/cpuinfo");

    private static final String MODEL = "model name";

    /** Set by Windows for every process. */
    private static final String WINDOWS = "PROCESSOR_IDENTIFIER";

    private Processor() {}

    /** Architecture, number of cores, and the model where it is known. */
    static String inWords() {
        String cores =
                System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors() + " cores";
        return model().map(model -> cores + ", " + model).orElse(cores);
    }

    private static Optional<String> model() {
        try {
            return model(Files.readString(LINUX));
        } catch (IOException e) { // not Linux
            return Optional.ofNullable(System.getenv(WINDOWS));
        }
    }

    /** The first model that Linux's list names. */
    static Optional<String> model(String list) {
        return list.lines()
                .filter(line -> line.startsWith(MODEL))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }
}
