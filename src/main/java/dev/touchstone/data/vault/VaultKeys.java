package dev.touchstone.data.vault;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.SecretKey;

/**
 * Where keys of sealed splits are, and what is remembered beside them. Implementations never put a key, or the place of
 * one, into a message. Methods may be called by several processes at once.
 */
public interface VaultKeys {
    /** The variable that holds a key for all splits, in base64. */
    String KEY_VARIABLE = "TOUCHSTONE_TEST_KEY";

    /**
     * The user's keys: the one of {@code TOUCHSTONE_TEST_KEY} when it is set, else those of the configuration folder.
     *
     * @param environment the variables of the process
     * @throws dev.touchstone.base.UserError when {@code TOUCHSTONE_TEST_KEY} is no base64 of 32 bytes
     */
    static VaultKeys of(Map<String, String> environment) {
        String key = environment.get(KEY_VARIABLE);
        return key == null ? inFolder(ConfigurationFolder.of(environment)) : EnvironmentKey.of(key);
    }

    /** Keys below this configuration folder, which is made with the first. */
    static VaultKeys inFolder(Path configuration) {
        return new KeyFolder(configuration);
    }

    /**
     * The key of a split, drawn when there is none yet.
     *
     * @param fingerprint of the data set
     * @param keyId of the split, {@link dev.touchstone.data.TestSplit#id()}
     */
    SecretKey findOrMake(String fingerprint, String keyId);

    /** The key of a split, if there is one. */
    Optional<SecretKey> find(String fingerprint, String keyId);

    /** What is remembered about the data set's record; empty when there is no place for it beside these keys. */
    Optional<KeptHead> head(String fingerprint);

    /**
     * Runs the action while no one else who keeps heads in the same place does; only called for a data set that has a
     * key. The head does not change meanwhile, but by the action.
     */
    <T> T exclusively(Supplier<T> action);

    /** Remembers a head, where there is place for it; only called for a data set that has a key. */
    void keepHead(String fingerprint, KeptHead head);
}
