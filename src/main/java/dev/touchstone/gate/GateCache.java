package dev.touchstone.gate;

import java.util.Optional;

/**
 * Keeps what gates have measured, so that trials which share it measure it once. What is kept under a key is a pure
 * function of what the key is a hash of, so it matters to no verdict whether anything is found.
 *
 * <p>For implementers: called from the thread that carries a trial, from several threads and processes at once. Of two
 * values that are kept under one key either may win. What the implementation throws makes the gate's verdict inconclusive.
 */
public interface GateCache {
    /** Keeps nothing. */
    GateCache NONE = new GateCache() {
        @Override
        public Optional<String> measured(String key) {
            return Optional.empty();
        }

        @Override
        public void keepMeasured(String key, String json) {
            // Whoever asks again measures again.
        }
    };

    /** What was kept under a key. */
    Optional<String> measured(String key);

    /**
     * Keeps a value.
     *
     * @param key SHA-256 in hexadecimal digits
     * @param json the value
     */
    void keepMeasured(String key, String json);
}
