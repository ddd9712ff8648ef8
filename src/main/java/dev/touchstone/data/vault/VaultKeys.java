package dev.touchstone.data.vault;

import dev.touchstone.data.TestSplit;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.SecretKey;

/**
 * Where keys of sealed splits are, and what is remembered beside them. Implementations never put a key, or the place of
 * one, into a message. Methods may be called by several processes at once.
 */
public interface VaultKeys extends SealingKeys {
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
        Path configuration = ConfigurationFolder.of(environment);
        return key == null ? inFolder(configuration) : EnvironmentKey.of(key, configuration);
    }

    /** Keys below this configuration folder, which is made with the first. */
    static VaultKeys inFolder(Path configuration) {
        return new KeyFolder(configuration);
    }

    /**
     * These keys, for what was sealed for the holder of a private key.
     *
     * @param privateKey a PEM file in PKCS#8
     * @throws dev.touchstone.base.UserError when the file is anything else, in words that do not quote it
     */
    default VaultKeys with(Path privateKey) {
        return HolderKeys.read(privateKey, this);
    }

    @Override
    default SealingKey sealingKey(TestSplit split) {
        return new SealingKey(findOrMake(split.fingerprint(), split.id()), null);
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

    /**
     * The key that a sealed file brings along; empty when these are not the holder's keys.
     *
     * @throws dev.touchstone.base.UserError when it is for another holder, or was changed
     */
    default Optional<SecretKey> unwrap(KeyEnvelope envelope) {
        return Optional.empty();
    }

    /** What is remembered about the data set's record; empty when nothing is. */
    Optional<KeptHead> head(String fingerprint);

    /**
     * Runs the action while no one else who keeps heads in the same place does. The head does not change meanwhile, but
     * by the action.
     *
     * @throws dev.touchstone.base.UserError when there is no place to keep a head
     */
    <T> T exclusively(Supplier<T> action);

    /** Remembers a head. */
    void keepHead(String fingerprint, KeptHead head);

    /**
     * The rows that are known to have been opened, under whatever key.
     *
     * @throws dev.touchstone.base.UserError when rows that were opened cannot be recognised any more
     */
    SeenRows seenRows();
}
