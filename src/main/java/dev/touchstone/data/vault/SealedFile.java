package dev.touchstone.data.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.touchstone.base.Json;
import dev.touchstone.base.Sha256;
import dev.touchstone.base.UserError;
import dev.touchstone.base.WholeFile;
import dev.touchstone.data.RowDigests;
import dev.touchstone.data.RowsFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A sealed test split on disk: a line of JSON that never changes (the header), a line of JSON about this file alone (the
 * head), the encrypted digests of the rows, and the encrypted rows. The header is authenticated with both, so the head
 * can be replaced without the key; that it is the right one is what {@link Witnesses} checks.
 */
@SuppressWarnings("ArrayRecordComponent") // as large as the test split, handed on, never compared
record SealedFile(SealedHeader header, Head head, byte[] encryptedDigests, byte[] encryptedRows) {
    /** GCM adds a tag of 16 bytes. */
    private static final int TAG_BYTES = 16;

    /**
     * What is known of one file, not of its copies.
     *
     * @param ledgerHead as of its last opening; null before the first
     * @param copy what this copy of a shared file is called instead of the header's seal; null in the file first sealed
     */
    record Head(
            @Nullable String ledgerHead,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String copy) {
        static final Head NONE = new Head(null, null);
    }

    /** What tells this file from every other, copies with openings of their own included. */
    String seal() {
        return head.copy() == null ? header.seal() : head.copy();
    }

    /** SHA-256 of what never changes; every copy has it, and nothing that anybody else seals. */
    String digest() {
        return new Sha256()
                .add(Json.write(header))
                .add(encryptedDigests)
                .add(encryptedRows)
                .hex();
    }

    SealedFile withLedgerHead(String hash) {
        return new SealedFile(header, new Head(hash, head.copy()), encryptedDigests, encryptedRows);
    }

    /** A copy that goes its own way from here on. */
    SealedFile copy(String name) {
        return new SealedFile(header, new Head(head.ledgerHead(), name), encryptedDigests, encryptedRows);
    }

    void write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((Json.write(header) + "\n" + Json.write(head) + "\n").getBytes(UTF_8));
        bytes.writeBytes(encryptedDigests);
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
            int digests = header.isEarlier() ? 0 : header.rows() * RowDigests.BYTES + TAG_BYTES;
            int rowsAt = headEnd + 1 + digests;
            int found = bytes.length - headEnd - 1;
            int expected = digests + RowsFormat.size(header.width(), header.rows(), header.targets()) + TAG_BYTES;
            if (found != expected) {
                throw new UserError(
                        file + ": found " + found + " bytes of rows, expected " + expected + "; the file is damaged");
            }
            return new SealedFile(
                    header,
                    Json.read(head, Head.class),
                    Arrays.copyOfRange(bytes, headEnd + 1, rowsAt),
                    Arrays.copyOfRange(bytes, rowsAt, bytes.length));
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
