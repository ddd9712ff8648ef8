package dev.touchstone.training;

import dev.touchstone.base.Seed;
import dev.touchstone.model.NetworkBuilder;
import dev.touchstone.model.SteppedRate;
import dev.touchstone.space.Assignment;

/** Learners of a spec's model under one assignment. */
public record Dl4jLearners(NetworkBuilder builder, Assignment assignment) implements Learners {
    @Override
    public Learner regularised(Seed seed) {
        SteppedRate rate = new SteppedRate();
        return new Dl4jLearner(builder.regularised(assignment, rate, seed.value()), rate, builder.task());
    }

    @Override
    public Learner plain(Seed seed) {
        SteppedRate rate = new SteppedRate();
        return new Dl4jLearner(builder.plain(assignment, rate, seed.value()), rate, builder.task());
    }
}
