package dev.touchstone.training;

import dev.touchstone.base.Seed;

/**
 * Makes learners of one trial's network, each with initial parameters drawn from a seed. Gates and training ask for as
 * many as they need; nothing is shared between them.
 */
public interface Learners {
    /** The network as the trial trains it. */
    Learner regularised(Seed seed);

    /** The network without dropout and other regularisation. */
    Learner plain(Seed seed);
}
