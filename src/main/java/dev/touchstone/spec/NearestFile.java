package dev.touchstone.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The file that a mistyped path most likely means. */
public final class NearestFile {
    private NearestFile() {}

    /** The end of a message about a missing file: {@code ; did you mean 'digits.csv'?}, or nothing. */
    public static String hint(Path missing) {
        Path folder = missing.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(NearestFile::name).toList();
            return Nearest.hint(name(missing), names);
        } catch (IOException e) {
            return "";
        }
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }
}
