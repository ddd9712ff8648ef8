package dev.touchstone.data.vault;

import dev.touchstone.base.UserError;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** One key for all splits, from the environment. What is remembered is in the configuration folder, apart for each key. */
final class EnvironmentKey implements VaultKeys {
    private static final int KEY_BYTES = 32;

    private final SecretKey key;
    private final KeyFolder memory;

    private EnvironmentKey(SecretKey key, KeyFolder memory) {
        this.key = key;
        this.memory = memory;
    }

    static EnvironmentKey of(String base64, Path configuration) {
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
        SecretKey key = new SecretKeySpec(bytes, "AES");
        return new EnvironmentKey(key, KeyFolder.besideKey(configuration, Sealing.keyCheck(key)));
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
        return memory.head(fingerprint);
    }

    @Override
    public <T> T exclusively(Supplier<T> action) {
        requireMemory();
        return memory.exclusively(action);
    }

    /** Without a head and the rows that were seen, an opening could be forgotten. */
    private void requireMemory() {
        try {
            memory.exclusively(() -> true);
        } catch (UncheckedIOException e) {
            throw new UserError(KEY_VARIABLE + ": openings are remembered in the configuration folder, which cannot be"
                    + " written to; let TOUCHSTONE_CONFIG name a folder that can");
        }
    }

    @Override
    public void keepHead(String fingerprint, KeptHead head) {
        memory.keepHead(fingerprint, head);
    }

    @Override
    public SeenRows seenRows() {
        return memory.seenRows();
    }
}
