package dev.touchstone.data.vault;

import dev.touchstone.data.TestSplit;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Gives the keys that test splits are sealed with. */
public interface SealingKeys {
    /** The key of a split; called once before it is sealed. */
    SealingKey sealingKey(TestSplit split);

    /**
     * A key, and how it travels.
     *
     * @param envelope with the key in the sealed file; null when the key stays where it is
     */
    record SealingKey(SecretKey key, @Nullable KeyEnvelope envelope) {
        @Override
        public String toString() {
            return "sealing key";
        }
    }
}
