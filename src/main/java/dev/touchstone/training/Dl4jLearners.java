package dev.touchstone.training;

import dev.touchstone.base.Seed;
import dev.touchstone.model.NetworkBuilder;
import dev.touchstone.model.NetworkConfiguration;
import dev.touchstone.model.SteppedRate;
import dev.touchstone.space.Assignment;

/**
 * Learners of a spec's model under one assignment.
 *
 * @param gradients what each step does with them
 */
public record Dl4jLearners(NetworkBuilder builder, Assignment assignment, GradientRules gradients) implements Learners {
    /** Learners that leave gradients as they are. */
    public Dl4jLearners(NetworkBuilder builder, Assignment assignment) {
        this(builder, assignment, GradientRules.NONE);
    }

    @Override
    public Learner regularised(Seed seed) {
        SteppedRate rate = new SteppedRate();
        GradientRules noisy = gradients.withNoise(builder.gradientNoise(assignment));
        return learner(builder.regularised(assignment, rate, seed.value()), rate, noisy);
    }

    @Override
    public Learner plain(Seed seed) {
        SteppedRate rate = new SteppedRate();
        return learner(builder.plain(assignment, rate, seed.value()), rate, gradients);
    }

    private Learner learner(NetworkConfiguration configuration, SteppedRate rate, GradientRules rules) {
        return new Dl4jLearner(configuration, rate, configuration.learnt(builder.task()), rules);
    }
}
