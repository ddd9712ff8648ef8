package dev.touchstone.base;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest that is fed piece by piece and read as 64 lower-case hexadecimal digits. */
public final class Sha256 {
    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The digest of the bytes. */
    public static String of(byte[] bytes) {
        return new Sha256().add(bytes).hex();
    }

    /**
     * The digest of what is made.
     *
     * @throws IOException when it cannot be made
     */
    public static String of(Content content) throws IOException {
        Sha256 sha256 = new Sha256();
        content.writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha256.digest));
        return sha256.hex();
    }

    public Sha256 add(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    public Sha256 add(ByteBuffer bytes) {
        digest.update(bytes);
        return this;
    }

    /** Adds the text with its length, so that two neighbouring texts never run into each other. */
    public Sha256 add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return add((long) bytes.length).add(bytes);
    }

    public Sha256 add(long number) {
        return add(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
    }

    /** Ends the digest; nothing can be added afterwards. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
