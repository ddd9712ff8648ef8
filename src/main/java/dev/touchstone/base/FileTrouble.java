package dev.touchstone.base;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in words what a file system refused; Java's own messages often are the path alone. */
public final class FileTrouble {
    private FileTrouble() {}

    /** The file and what is wrong with it, such as {@code reports/digits: permission denied}. */
    public static String inWords(IOException trouble) {
        if (trouble instanceof FileSystemException refusal && refusal.getFile() != null) {
            return refusal.getFile() + ": " + reason(refusal);
        }
        return String.valueOf(trouble.getMessage());
    }

    private static String reason(FileSystemException refusal) {
        if (refusal instanceof AccessDeniedException) {
            return "permission denied";
        } else if (refusal instanceof NoSuchFileException) {
            return "it is not there";
        } else if (refusal instanceof FileAlreadyExistsException || refusal instanceof NotDirectoryException) {
            return "a file is where a folder should be";
        }
        return refusal.getReason() == null ? refusal.getClass().getSimpleName() : refusal.getReason();
    }
}
