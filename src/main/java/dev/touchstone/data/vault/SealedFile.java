package dev.touchstone.data.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.touchstone.base.Json;
import dev.touchstone.base.UserError;
import dev.touchstone.base.WholeFile;
import dev.touchstone.data.RowsFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A sealed test split on disk: a line of JSON that never changes (the header), a line of JSON with the ledger's head as
 * of the last opening of this file, and the encrypted rows. The header is authenticated with the rows, so the head can
 * be replaced without the key; that it is the right one is what {@link Witnesses} checks.
 */
@SuppressWarnings("ArrayRecordComponent") // as large as the test split, handed on, never compared
record SealedFile(SealedHeader header, @Nullable String head, byte[] encryptedRows) {
    /** GCM adds a tag of 16 bytes. */
    private static final int TAG_BYTES = 16;

    private record Head(@Nullable String ledgerHead) {}

    SealedFile withHead(String newHead) {
        return new SealedFile(header, newHead, encryptedRows);
    }

    void write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((Json.write(header) + "\n" + Json.write(new Head(head)) + "\n").getBytes(UTF_8));
        bytes.writeBytes(encryptedRows);
        WholeFile.write(file, bytes.toByteArray());
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws UserError when there is none, or it is malformed, cut off or of another version
     */
    static SealedFile read(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new UserError(file + ": no sealed test split here", e);
        }
        int headerEnd = lineEnd(bytes, 0);
        int headEnd = lineEnd(bytes, headerEnd + 1);
        if (headerEnd < 0 || headEnd < 0) {
            throw new UserError(file + ": not a sealed test split");
        }
        try {
            SealedHeader header = Json.read(new String(bytes, 0, headerEnd, UTF_8), SealedHeader.class);
            String head = new String(bytes, headerEnd + 1, headEnd - headerEnd - 1, UTF_8);
            byte[] rows = Arrays.copyOfRange(bytes, headEnd + 1, bytes.length);
            int expected = RowsFormat.size(header.width(), header.rows(), header.targets()) + TAG_BYTES;
            if (rows.length != expected) {
                throw new UserError(file + ": found " + rows.length + " bytes of rows, expected " + expected
                        + "; the file is damaged");
            }
            return new SealedFile(header, Json.read(head, Head.class).ledgerHead(), rows);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UserError(file + ": not a sealed test split of this version: " + e.getMessage(), e);
        }
    }

    private static int lineEnd(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
