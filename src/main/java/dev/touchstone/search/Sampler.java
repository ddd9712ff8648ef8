package dev.touchstone.search;

import dev.touchstone.base.Seed;
import dev.touchstone.space.SearchSpace;

/**
 * Proposes points of a search space. A proposal has no side effects and draws only from the seed it is given, so the same
 * study proposes the same trials however they are carried out.
 */
public interface Sampler {
    /** A point in the unit cube, with as many numbers as the space has dimensions. */
    double[] propose(SearchSpace space, Seed draw);
}
