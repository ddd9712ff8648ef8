package dev.touchstone.gate;

import dev.touchstone.base.Seed;
import dev.touchstone.training.Learner;
import dev.touchstone.training.LearnerState;
import java.util.ArrayList;
import java.util.List;

/** Trains one network on a tiny batch again and again, every step on all of it, from the same initial parameters. */
final class TinyTraining {
    /** Steps between looks at the batch. */
    private static final int LOOK_EVERY = 10;

    /** Looks after which a loss that improves no more is taken for one that will not. */
    private static final int PATIENCE = 5;

    private final Learner learner;
    private final Seed seed;
    private final LearnerState initial;

    /** @param learner in its initial state */
    TinyTraining(Learner learner, Seed seed) {
        this.learner = learner;
        this.seed = seed;
        this.initial = learner.save(0);
    }

    /**
     * How far one learning rate came.
     *
     * @param losses at each look, from before the first step on
     * @param state after the last step
     */
    record Try(double rate, int steps, ByHeart.Look look, List<Double> losses, LearnerState state) {
        boolean learnt() {
            return look.learnt();
        }

        double lossOrInfinity() {
            return Double.isFinite(look.loss()) ? look.loss() : Double.POSITIVE_INFINITY;
        }
    }

    ByHeart.Look look(ByHeart byHeart) {
        return byHeart.look(learner.predict(0, byHeart.batch()));
    }

    /** A new try; it ends early when the batch is learnt, the loss is lost, or it stands still. */
    Try begin(double rate, ByHeart byHeart, int steps) {
        learner.restore(0, initial);
        ByHeart.Look look = look(byHeart);
        return goOn(new Try(rate, 0, look, List.of(look.loss()), initial), byHeart, steps);
    }

    /** Goes on with a try until it has taken so many steps, or ends early. */
    Try goOn(Try from, ByHeart byHeart, int steps) {
        learner.restore(0, from.state());
        List<Double> losses = new ArrayList<>(from.losses());
        ByHeart.Look look = from.look();
        int step = from.steps();
        int looksBefore = losses.size();
        while (step < steps && !look.learnt() && !isHopeless(losses, looksBefore)) {
            for (int end = Math.min(steps, step + LOOK_EVERY); step < end; step++) {
                learner.step(List.of(new Learner.Step(
                        byHeart.batch(),
                        from.rate(),
                        seed.derive("tiny-step", step).value())));
            }
            look = look(byHeart);
            losses.add(look.loss());
        }
        return new Try(from.rate(), step, look, losses, learner.save(0));
    }

    /**
     * Whether the loss is lost or stands: none of the last looks improved on the best before them, and the last is no better
     * than the first of them. A single look may well be worse than those before it in a training that learns, and is then
     * made up for.
     *
     * @param looksBefore those of an earlier part of the training, which had its own end
     */
    static boolean isHopeless(List<Double> losses, int looksBefore) {
        double last = losses.get(losses.size() - 1);
        if (!Double.isFinite(last) || last > RampRun.DIVERGED * losses.get(0)) {
            return true;
        }
        if (losses.size() - looksBefore < PATIENCE) {
            return false;
        }
        List<Double> before = losses.subList(0, losses.size() - PATIENCE);
        List<Double> looks = losses.subList(losses.size() - PATIENCE, losses.size());
        return least(looks) > (1 - RateRamp.LEAST_GAIN) * least(before)
                && last > (1 - RateRamp.LEAST_GAIN) * looks.get(0);
    }

    private static double least(List<Double> losses) {
        return losses.stream().mapToDouble(Double::doubleValue).min().orElse(Double.POSITIVE_INFINITY);
    }
}
