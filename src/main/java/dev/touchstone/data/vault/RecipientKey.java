package dev.touchstone.data.vault;

import dev.touchstone.base.UserError;
import dev.touchstone.data.TestSplit;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Somebody's public key. Each split gets a key of its own that is kept nowhere but in the sealed file, encrypted for the
 * holder of the private key.
 */
public final class RecipientKey implements SealingKeys {
    private static final String OPTION = "--for";
    private static final int KEY_BYTES = 32;

    /** NIST SP 800-131A allows no shorter RSA keys. */
    private static final int FEWEST_BITS = 2048;

    private final RSAPublicKey key;

    private RecipientKey(RSAPublicKey key) {
        this.key = key;
    }

    /**
     * Reads a public key as {@code openssl pkey -pubout} writes it.
     *
     * @throws UserError when it is anything else than an RSA key of at least 2048 bits
     */
    public static RecipientKey read(Path file) {
        Pem pem = Pem.read(OPTION, file);
        if (pem.isPrivate()) {
            throw new UserError(OPTION + " " + file + ": found a private key, expected the public one; make it with"
                    + " openssl pkey -pubout, and keep the private one to yourself");
        }
        if (!pem.label().equals("PUBLIC KEY")) {
            throw new UserError(OPTION + " " + file + ": found a " + pem.label() + ", expected a PUBLIC KEY");
        }
        try {
            RSAPublicKey key =
                    (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(pem.content()));
            int bits = key.getModulus().bitLength();
            if (bits < FEWEST_BITS) {
                throw new UserError(OPTION + " " + file + ": found an RSA key of " + bits + " bits, expected at least "
                        + FEWEST_BITS);
            }
            return new RecipientKey(key);
        } catch (GeneralSecurityException e) {
            throw new UserError(
                    OPTION + " " + file + ": not a public RSA key, expected one of at least " + FEWEST_BITS + " bits");
        }
    }

    @Override
    public SealingKey sealingKey(TestSplit split) {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        SecretKey drawn = new SecretKeySpec(bytes, "AES");
        try {
            Cipher cipher = Oaep.cipher(Cipher.WRAP_MODE, key);
            String wrapped = Base64.getEncoder().encodeToString(cipher.wrap(drawn));
            return new SealingKey(drawn, new KeyEnvelope(KeyEnvelope.ALGORITHM, Oaep.holder(key), wrapped));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + KeyEnvelope.ALGORITHM, e);
        }
    }
}
