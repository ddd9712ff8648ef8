package dev.touchstone.data;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/**
 * The raw rows of the test split on their way to the vault. Nothing but their number, width and kind can be seen; the only
 * way out is through a cipher.
 */
public final class TestSplit {
    private final String fingerprint;
    private final String id;
    private final Rows rows;
    private final byte[] digests;

    /**
     * @param fingerprint of the data set that the rows are of
     * @param id 16 hexadecimal digits that tell this division of this data set from any other
     * @param digests of the rows, as {@link RowDigests} makes them
     */
    TestSplit(String fingerprint, String id, Rows rows, byte[] digests) {
        this.fingerprint = fingerprint;
        this.id = id;
        this.rows = rows;
        this.digests = digests;
    }

    public String fingerprint() {
        return fingerprint;
    }

    public String id() {
        return id;
    }

    public int count() {
        return rows.count();
    }

    public int width() {
        return rows.width();
    }

    /** What the rows' targets are. */
    public TargetLayout targets() {
        return rows.targets().layout();
    }

    /**
     * The rows as {@link RowsFormat} writes them, encrypted.
     *
     * @param cipher ready to encrypt
     */
    public byte[] encryptedBy(Cipher cipher) throws GeneralSecurityException {
        return cipher.doFinal(RowsFormat.write(rows));
    }

    /**
     * The rows' digests as {@link RowDigests} makes them, encrypted: who may not see a row may not try rows either.
     *
     * @param cipher ready to encrypt
     */
    public byte[] encryptedDigestsBy(Cipher cipher) throws GeneralSecurityException {
        return cipher.doFinal(digests);
    }

    @Override
    public String toString() {
        return "test split of " + count() + " rows";
    }
}
