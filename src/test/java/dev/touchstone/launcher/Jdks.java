package dev.touchstone.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JDKs of this machine. */
final class Jdks {
    private static final Path USUAL_PLACE = Path.of("/usr/lib/jvm");

    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");
    private static final int OLDEST = 17;

    private Jdks() {}

    /** The JDK of this run, and every other that is installed in the usual place. */
    static Stream<Path> installed() throws IOException {
        Path home = Path.of(System.getProperty("java.home")).toRealPath();
        try (Stream<Path> found = Files.isDirectory(USUAL_PLACE) ? Files.list(USUAL_PLACE) : Stream.empty()) {
            List<Path> others = found.filter(jdk -> Files.isExecutable(jdk.resolve("bin/javac")))
                    .filter(Jdks::isNewEnough)
                    .map(Jdks::real)
                    .toList();
            return Stream.concat(Stream.of(home), others.stream()).distinct();
        }
    }

    private static boolean isNewEnough(Path jdk) {
        try {
            Matcher version = VERSION.matcher(Files.readString(jdk.resolve("release")));
            return version.find() && Integer.parseInt(version.group(1)) >= OLDEST;
        } catch (IOException e) {
            return false; // not one that the launcher would take either
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
