package dev.touchstone.training;

import dev.touchstone.base.Seed;
import dev.touchstone.training.Pulse.Work;

/** Learners whose work can be heard; every number comes out as without. */
public record PulsingLearners(Learners learners, Pulse pulse) implements Learners {
    @Override
    public Learner regularised(Seed seed) {
        return pulsing(learners.regularised(seed));
    }

    @Override
    public Learner plain(Seed seed) {
        return pulsing(learners.plain(seed));
    }

    private Learner pulsing(Learner learner) {
        pulse.beat(Work.NETWORK);
        return new PulsingLearner(learner, pulse);
    }
}
