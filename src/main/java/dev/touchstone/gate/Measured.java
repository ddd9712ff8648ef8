package dev.touchstone.gate;

import dev.touchstone.base.Json;
import dev.touchstone.base.Seed;
import dev.touchstone.base.Sha256;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What gates measure by training a little. It is measured with a seed of the configuration instead of the trial's, so that
 * trials which differ in nothing that it depends on share it.
 *
 * @param configuration text of all that the measures depend on but the learning rate, the seed and the machine
 * @param machine text of what computes: the same measure may come out otherwise elsewhere, by rounding
 */
public record Measured(String configuration, String machine, GateCache cache) {
    /** Counts up whenever a gate comes to measure otherwise, so that nothing is taken for it that was kept before. */
    private static final int VERSION = 12;

    /**
     * What seeds are made with. It does not count up with {@link #VERSION}: measured otherwise on the same draws, verdicts of
     * before and after differ by nothing else.
     */
    private static final int DRAWS = 7;

    private static final int HEXADECIMAL = 16;

    /** The digits of a hash that make a seed: 64 bits. */
    private static final int SEED_DIGITS = 16;

    /** The seed of the configuration. */
    Seed seed() {
        String hash = new Sha256().add(DRAWS).add(configuration).hex();
        return new Seed(Long.parseUnsignedLong(hash.substring(0, SEED_DIGITS), HEXADECIMAL));
    }

    /**
     * A measure as it was kept, or else as it is measured now, and kept.
     *
     * @param part what is measured, and of what beside the configuration
     */
    <T> T get(String part, Class<T> type, Supplier<T> measure) {
        String key = new Sha256()
                .add(VERSION)
                .add(configuration)
                .add(machine)
                .add(part)
                .hex();
        return kept(key, type).orElseGet(() -> {
            T measured = measure.get();
            cache.keepMeasured(key, Json.write(measured));
            return measured;
        });
    }

    /** What cannot be read is measured again. */
    private <T> Optional<T> kept(String key, Class<T> type) {
        try {
            return cache.measured(key).map(json -> Json.read(json, type));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
