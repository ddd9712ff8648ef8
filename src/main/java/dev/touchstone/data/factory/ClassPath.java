package dev.touchstone.data.factory;

import dev.touchstone.base.UserError;
import dev.touchstone.spec.NearestFile;
import dev.touchstone.spec.Quoted;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** Jars and folders with classes of the user's, as {@code --classpath} names them. */
public record ClassPath(List<Path> entries) {
    /** Of a command that was given none. */
    public static final ClassPath NONE = new ClassPath(List.of());

    private static final Map<ClassPath, URLClassLoader> KEPT = new ConcurrentHashMap<>();

    /** What stack traces call the loader of these classes. */
    static final String LOADER = "touchstone-classpath";

    /**
     * Reads the entries, parted by colons, or by semicolons on Windows.
     *
     * @throws UserError when one is neither a jar nor a folder
     */
    public static ClassPath parse(String text) {
        return new ClassPath(Arrays.stream(text.split(Pattern.quote(File.pathSeparator), -1))
                .filter(entry -> !entry.isBlank())
                .map(ClassPath::entry)
                .toList());
    }

    /** The entries that another process was told of. */
    public static ClassPath of(List<String> entries) {
        return new ClassPath(entries.stream().map(Path::of).toList());
    }

    private static Path entry(String text) {
        Path entry;
        try {
            entry = Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new UserError("--classpath: " + Quoted.of(text) + " is no path of a jar or a folder", e);
        }
        if (!Files.exists(entry)) {
            throw new UserError("--classpath: there is no jar or folder " + Quoted.of(text) + NearestFile.hint(entry));
        }
        if (!Files.isDirectory(entry)) {
            requireJar(entry, text);
        }
        return entry;
    }

    private static void requireJar(Path file, String text) {
        try (JarFile jar = new JarFile(file.toFile())) {
            jar.size();
        } catch (IOException e) {
            throw new UserError("--classpath: " + Quoted.of(text) + " is no jar, expected a jar or a folder", e);
        }
    }

    /** @throws UserError when there is nothing to load a class from */
    public void require(String key, String className) {
        if (entries.isEmpty()) {
            throw new UserError(
                    key + ": nothing says where " + className + " is from; expected --classpath JAR_OR_FOLDER");
        }
    }

    /** A loader for what lives as long as the process. */
    ClassLoader kept() {
        return KEPT.computeIfAbsent(this, ClassPath::open);
    }

    /** Loads what Touchstone's own class path has not. */
    URLClassLoader open() {
        URL[] urls = entries.stream().map(ClassPath::url).toArray(URL[]::new);
        return new URLClassLoader(LOADER, urls, ClassPath.class.getClassLoader());
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("every file has a URL: " + entry, e);
        }
    }
}
