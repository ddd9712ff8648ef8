package dev.touchstone.data.vault;

import dev.touchstone.base.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of one key as OpenSSL writes it (RFC 7468): base64 between two lines that say what it is. No message quotes the
 * file.
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Pem(String label, byte[] content) {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s+([A-Za-z0-9+/=\\s]+?)\\s*-----END \\1-----");

    /** More than any key has. */
    private static final int LARGEST = 1 << 16;

    /**
     * Reads the file's first block.
     *
     * @param option that named the file, for messages
     * @throws UserError when there is none
     */
    static Pem read(String option, Path file) {
        String text = text(option, file);
        Matcher block = BLOCK.matcher(text);
        if (!block.find()) {
            throw new UserError(option + " " + file + ": not a PEM file, expected a line -----BEGIN … KEY-----");
        }
        try {
            return new Pem(block.group(1), Base64.getMimeDecoder().decode(block.group(2)));
        } catch (IllegalArgumentException e) {
            // Without its cause, which would quote a character of the key.
            throw new UserError(option + " " + file + ": damaged, its content is not base64");
        }
    }

    private static String text(String option, Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new UserError(option + " " + file + ": too large to be a key");
            }
            return Files.readString(file);
        } catch (IOException e) {
            String why = Files.exists(file) ? "cannot be read as text" : "no such file";
            throw new UserError(option + " " + file + ": " + why);
        }
    }

    boolean isPrivate() {
        return label.endsWith("PRIVATE KEY");
    }

    @Override
    public String toString() {
        return label;
    }
}
