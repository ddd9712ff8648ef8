package dev.touchstone.data.factory;

import dev.touchstone.spec.Nearest;
import dev.touchstone.spec.Quoted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The classes of a class path by name, for the one that a mistyped name most likely means. */
record ClassNames(List<String> names) {
    private static final String ENDING = ".class";

    /** Reads no class, only what the files are called. */
    static ClassNames of(ClassPath classPath) {
        return new ClassNames(classPath.entries().stream()
                .flatMap(entry -> in(entry).stream())
                .toList());
    }

    private static List<String> in(Path entry) {
        try {
            return Files.isDirectory(entry) ? ofFolder(entry) : ofJar(entry);
        } catch (IOException | UncheckedIOException e) {
            return List.of(); // a hint less
        }
    }

    private static List<String> ofFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return named(files.map(file -> folder.relativize(file)
                    .toString()
                    .replace(folder.getFileSystem().getSeparator(), "/")));
        }
    }

    private static List<String> ofJar(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            return named(jar.stream().map(ZipEntry::getName));
        }
    }

    private static List<String> named(Stream<String> files) {
        return files.filter(file -> file.endsWith(ENDING))
                .map(file -> file.substring(0, file.length() - ENDING.length()).replace('/', '.'))
                .toList();
    }

    /** The end of a message: {@code ; did you mean 'org.example.MyData'?}, or nothing. A name may lack its package. */
    String hint(String wanted) {
        return names.stream()
                .filter(name -> simple(name).equalsIgnoreCase(simple(wanted)))
                .findFirst()
                .map(name -> "; did you mean " + Quoted.of(name) + "?")
                .orElseGet(() -> Nearest.hint(wanted, names));
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
