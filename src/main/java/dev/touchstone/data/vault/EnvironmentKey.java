package dev.touchstone.data.vault;

import dev.touchstone.base.UserError;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** One key for all splits, from the environment. It remembers no head: an environment ends with its process. */
final class EnvironmentKey implements VaultKeys {
    private static final int KEY_BYTES = 32;

    private final SecretKey key;

    private EnvironmentKey(SecretKey key) {
        this.key = key;
    }

    static EnvironmentKey of(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            // The cause would quote a character of the key.
            throw new UserError(KEY_VARIABLE + ": not base64, expected base64 of " + KEY_BYTES + " bytes");
        }
        if (bytes.length != KEY_BYTES) {
            throw new UserError(KEY_VARIABLE + ": found " + bytes.length + " bytes, expected base64 of " + KEY_BYTES);
        }
        return new EnvironmentKey(new SecretKeySpec(bytes, "AES"));
    }

    @Override
    public SecretKey findOrMake(String fingerprint, String keyId) {
        return key;
    }

    @Override
    public Optional<SecretKey> find(String fingerprint, String keyId) {
        return Optional.of(key);
    }

    @Override
    public Optional<KeptHead> head(String fingerprint) {
        return Optional.empty();
    }

    @Override
    public <T> T exclusively(Supplier<T> action) {
        return action.get();
    }

    @Override
    public void keepHead(String fingerprint, KeptHead head) {}
}
