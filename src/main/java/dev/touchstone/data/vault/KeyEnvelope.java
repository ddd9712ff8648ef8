package dev.touchstone.data.vault;

/**
 * The key of a sealed file, encrypted so that only the holder of a private key can have it.
 *
 * @param algorithm of the encryption
 * @param holder the SHA-256 of the public key that it was encrypted for, in hexadecimal digits
 * @param key the encrypted key in base64
 */
public record KeyEnvelope(String algorithm, String holder, String key) {
    /** RFC 8017; SHA-256 is also the digest of its mask generation. */
    static final String ALGORITHM = "RSA/ECB/OAEPWithSHA-256AndMGF1Padding";

    public KeyEnvelope {
        if (!ALGORITHM.equals(algorithm)) {
            throw new IllegalArgumentException("envelope: found '" + algorithm + "', expected '" + ALGORITHM + "'");
        }
    }
}
