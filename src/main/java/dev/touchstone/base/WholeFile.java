package dev.touchstone.base;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.UUID;

/** Writes files so that a reader sees the old content or the new, never a part: aside, synced, then moved. */
public final class WholeFile {
    private static final String ASIDE = ".part";

    private WholeFile() {}

    /**
     * Replaces the file's content, creating its folder when missing.
     *
     * @throws IOException when it cannot be written; the old content then stands
     */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, (Content) out -> out.write(content));
    }

    /**
     * Replaces the file's content, creating its folder when missing.
     *
     * @throws IOException when it cannot be made or written; the old content then stands
     */
    public static void write(Path file, Content content) throws IOException {
        Path folder = folder(file);
        Path aside = Files.createFile(folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ASIDE));
        replace(file, aside, content);
    }

    /** Replaces the file's content by text in UTF-8. */
    public static void write(Path file, String content) throws IOException {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Replaces a secret's content; the file is born readable by its owner only, as every temporary file is. */
    public static void writeSecret(Path file, String content) throws IOException {
        Path aside = Files.createTempFile(folder(file), "." + file.getFileName(), ASIDE);
        replace(file, aside, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Deletes what writers that died left aside in a folder and below.
     *
     * @param before younger files are left alone, for their writers may be alive
     */
    public static void sweep(Path folder, Instant before) throws IOException {
        Files.walkFileTree(folder, new ChangingFolder() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (isAside(file.getFileName().toString())
                        && attributes.lastModifiedTime().toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isAside(String name) {
        return name.startsWith(".") && name.endsWith(ASIDE);
    }

    private static Path folder(Path file) throws IOException {
        return Files.createDirectories(file.toAbsolutePath().getParent());
    }

    private static void replace(Path file, Path aside, Content content) throws IOException {
        try {
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                content.writeTo(Channels.newOutputStream(channel));
                channel.force(true);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
