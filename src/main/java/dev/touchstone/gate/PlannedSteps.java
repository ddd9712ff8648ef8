package dev.touchstone.gate;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.training.Learner;
import dev.touchstone.training.Shuffle;

/** The steps of a trial's training, in order: its batches, augmented as it means to, at any learning rate. */
final class PlannedSteps {
    private final GateSubject.Plan plan;
    private final Seed seed;
    private final Shuffle shuffle;
    private int taken;
    private int[] order = {};

    /** @param seed of batches and draws */
    PlannedSteps(GateSubject subject, Seed seed) {
        this.plan = subject.plan();
        this.seed = seed;
        this.shuffle = new Shuffle(subject.train(), plan.batchSize(), seed);
    }

    Learner.Step next(double rate) {
        int step = taken++;
        int batch = step % shuffle.batchesAnEpoch();
        if (batch == 0) {
            order = shuffle.order(1 + step / shuffle.batchesAnEpoch());
        }
        Rows rows = plan.augmentations().apply(shuffle.batch(order, batch), seed.derive("rows", step));
        return new Learner.Step(rows, rate, seed.derive("step", step).value());
    }
}
