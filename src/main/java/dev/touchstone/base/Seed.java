package dev.touchstone.base;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * A seed from which further seeds derive by purpose and index, so that no random draw depends on how many were made
 * before it. The mixing function is the finaliser of SplitMix64 (Steele, Lea and Flood 2014).
 *
 * @param value any 64 bits
 */
public record Seed(long value) {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** The seed for the {@code index}-th draw of a purpose, such as {@code derive("shuffle", epoch)}. */
    public Seed derive(String purpose, long index) {
        long mixed = mix(value + GOLDEN_GAMMA);
        for (byte letter : purpose.getBytes(StandardCharsets.UTF_8)) {
            mixed = mix(mixed + GOLDEN_GAMMA + letter);
        }
        return new Seed(mix(mixed + GOLDEN_GAMMA * (index + 1)));
    }

    /** The seed of a purpose that is drawn for once. */
    public Seed derive(String purpose) {
        return derive(purpose, 0);
    }

    /** A fresh stream that starts from this seed. */
    public SplittableRandom random() {
        return new SplittableRandom(value);
    }

    /** The numbers from 0 to {@code count - 1} in random order (Fisher and Yates, inside out). */
    public int[] permutation(int count) {
        SplittableRandom random = random();
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    private static long mix(long z) {
        long mixed = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
