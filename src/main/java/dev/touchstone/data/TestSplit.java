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

    /**
     * @param fingerprint of the data set that the rows are of
     * @param id 16 hexadecimal digits that tell this division of this data set from any other
     */
    TestSplit(String fingerprint, String id, Rows rows) {
        this.fingerprint = fingerprint;
        this.id = id;
        this.rows = rows;
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

    @Override
    public String toString() {
        return "test split of " + count() + " rows";
    }
}
