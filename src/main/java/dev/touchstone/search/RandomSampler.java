package dev.touchstone.search;

import dev.touchstone.base.Seed;
import dev.touchstone.space.SearchSpace;
import org.deeplearning4j.arbiter.optimize.generator.RandomSearchGenerator;

/** Every point equally likely, drawn by Arbiter's random generator. */
public final class RandomSampler implements Sampler {
    @Override
    public double[] propose(SearchSpace space, Seed draw) {
        // The space has numbered its leaves itself, so the generator must not do it again.
        RandomSearchGenerator generator = new RandomSearchGenerator(space, null, true);
        generator.setRngSeed(draw.value());
        return generator.getCandidate().getFlatParameters();
    }
}
