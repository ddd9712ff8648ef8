package dev.touchstone.data;

import dev.touchstone.base.UserError;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens the files of a source and says in a user's words why one cannot be read. */
final class SourceFile {
    private static final int BUFFER = 1 << 16;

    private SourceFile() {}

    /** The file's bytes, unpacked when its name ends in {@code .gz}. */
    static InputStream open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        if (!file.toString().endsWith(".gz")) {
            return bytes;
        }
        try {
            return new GZIPInputStream(bytes, BUFFER);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    static UserError unreadable(Path file, IOException e) {
        String why;
        if (e instanceof NoSuchFileException) {
            why = "no such file";
        } else if (e instanceof AccessDeniedException) {
            why = "may not be read by this user";
        } else if (e instanceof CharacterCodingException) {
            why = "not text in UTF-8";
        } else if (e instanceof ZipException || e instanceof EOFException) {
            why = "not a whole gzip file";
        } else if (Files.isDirectory(file)) {
            why = "a folder, expected a file";
        } else {
            why = "cannot be read: " + e.getMessage();
        }
        return new UserError(file + ": " + why, e);
    }
}
