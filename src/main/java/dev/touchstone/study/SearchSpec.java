package dev.touchstone.study;

/**
 * The {@code search} section of a spec.
 *
 * @param sampler so far always {@code random}
 * @param trials how many; from 1
 * @param seed decides what is sampled and how every trial draws
 */
public record SearchSpec(String sampler, int trials, long seed) {
    public static final SearchSpec DEFAULT = new SearchSpec("random", 40, 1);
}
