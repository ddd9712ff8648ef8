package dev.touchstone.base;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A folder with everything in it. */
public final class WholeFolder {
    private WholeFolder() {}

    /**
     * Deletes the folder, deepest first; a link is deleted, never followed. Nothing happens when there is none.
     *
     * @throws IOException when something cannot be deleted; what was deleted before is gone
     */
    public static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new ChangingFolder() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                super.postVisitDirectory(visited, failure);
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
