package dev.touchstone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A copy of this checkout with its packaged jar; the libraries beside the jar are linked.
 *
 * @param root folder of the copy
 */
record Checkout(Path root) {
    private static final Path ORIGINAL = Path.of("").toAbsolutePath();
    static final Path PACKAGED_JAR = ORIGINAL.resolve("target/touchstone.jar");
    private static final String PATH = System.getenv("PATH");

    static Checkout copiedTo(Path root) throws IOException {
        Checkout copy = new Checkout(root);
        Files.createDirectories(root.resolve("target"));
        Files.copy(ORIGINAL.resolve("touchstone"), copy.script());
        Files.copy(ORIGINAL.resolve("pom.xml"), root.resolve("pom.xml"));
        copy.copyTree(".mvn");
        copy.copyTree("src/main");
        Files.createSymbolicLink(copy.libraries(), ORIGINAL.resolve("target/lib"));
        Files.copy(PACKAGED_JAR, copy.jar());
        return copy;
    }

    Path script() {
        return root.resolve("touchstone");
    }

    Path jar() {
        return root.resolve("target/touchstone.jar");
    }

    private Path libraries() {
        return root.resolve("target/lib");
    }

    /** Before the folder is deleted: whoever deletes it need not wonder about a link that leads out of it. */
    void unlink() throws IOException {
        Files.delete(libraries());
    }

    Path buildLock() {
        return root.resolve("target/build.lock");
    }

    Shell launcher(Path jdk) {
        return launcher(Map.of("JAVA_HOME", jdk.toString()));
    }

    /** The launcher, called from outside of the checkout with this run's PATH unless the environment names another. */
    Shell launcher(Map<String, String> environment) {
        Map<String, String> whole = new HashMap<>(Map.of("PATH", PATH));
        whole.putAll(environment);
        return new Shell(script(), root.getParent(), whole);
    }

    void makeSourcesNewer() throws IOException {
        Files.setLastModifiedTime(jar(), FileTime.from(Instant.EPOCH));
    }

    /** A PATH whose {@code mvn} runs a line of shell. */
    String fakeMaven(String line) throws IOException {
        Path bin = Files.createDirectories(root.resolveSibling("fake maven"));
        executable(bin.resolve("mvn"), line);
        return bin + ":" + PATH;
    }

    /** A PATH on which there is nothing but these commands. */
    String onlyCommands(String... names) throws IOException {
        Path bin = Files.createDirectories(root.resolveSibling("few commands"));
        for (String name : names) {
            String command = Stream.of(PATH.split(":"))
                    .map(part -> part + "/" + name)
                    .filter(file -> Files.isExecutable(Path.of(file)))
                    .findFirst()
                    .orElseThrow();
            executable(bin.resolve(name), "exec " + command + " \"$@\"");
        }
        return bin.toString();
    }

    static void executable(Path file, String does) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + does + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void copyTree(String name) throws IOException {
        Path from = ORIGINAL.resolve(name);
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(root.resolve(ORIGINAL.relativize(visited)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path visited, BasicFileAttributes attributes) throws IOException {
                Files.copy(visited, root.resolve(ORIGINAL.relativize(visited)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
