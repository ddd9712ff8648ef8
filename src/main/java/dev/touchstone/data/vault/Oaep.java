package dev.touchstone.data.vault;

import dev.touchstone.base.Sha256;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PublicKey;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/** The cipher of {@link KeyEnvelope}. */
final class Oaep {
    /** Java would take SHA-1 for the mask unless told otherwise. */
    private static final OAEPParameterSpec SHA_256 =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private Oaep() {}

    static Cipher cipher(int mode, Key key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(KeyEnvelope.ALGORITHM);
        cipher.init(mode, key, SHA_256);
        return cipher;
    }

    /** Names who has the private key to a public one. */
    static String holder(PublicKey key) {
        return Sha256.of(key.getEncoded());
    }
}
