package dev.touchstone.gate;

import dev.touchstone.base.Seed;
import dev.touchstone.training.Learner;
import dev.touchstone.training.Shuffle;
import java.util.List;

/** The first steps of a trial's own training, with its regularisation, batches and learning rate. */
final class FirstSteps {
    private FirstSteps() {}

    /**
     * Takes so many of them.
     *
     * @param learner in its initial state
     */
    static void take(int steps, GateSubject subject, Learner learner) {
        GateSubject.Plan plan = subject.plan();
        Seed seed = subject.seed("first-steps");
        Shuffle shuffle = new Shuffle(subject.train(), plan.batchSize(), seed);
        int[] order = shuffle.order(1);
        for (int step = 0; step < steps; step++) {
            learner.step(List.of(new Learner.Step(
                    plan.augmentations()
                            .apply(shuffle.batch(order, step % shuffle.batchesAnEpoch()), seed.derive("rows", step)),
                    plan.learningRate(),
                    seed.derive("step", step).value())));
        }
    }
}
