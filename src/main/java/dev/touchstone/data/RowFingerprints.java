package dev.touchstone.data;

import dev.touchstone.base.Sha256;
import java.nio.ByteBuffer;
import java.security.SecureRandom;

/**
 * Digests of rows under a salt that is drawn once and never leaves: equal rows have equal ones, and nobody can tell from
 * one, or by trying rows, what is in the row.
 */
final class RowFingerprints {
    private static final int SALT_BYTES = 32;

    private final byte[] salt = new byte[SALT_BYTES];

    RowFingerprints() {
        new SecureRandom().nextBytes(salt);
    }

    /** The digest of a row's features; its label does not count. */
    String of(Rows rows, int row) {
        ByteBuffer features = ByteBuffer.allocate(rows.width() * Float.BYTES);
        features.asFloatBuffer().put(rows.features().slice(row * rows.width(), rows.width()));
        return new Sha256().add(salt).add(features).hex();
    }
}
