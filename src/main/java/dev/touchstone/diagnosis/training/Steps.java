package dev.touchstone.diagnosis.training;

import dev.touchstone.training.TrainingLook;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * What a training's steps did to the weights.
 *
 * @param count how many there were
 * @param looks into the network between them
 */
record Steps(long count, List<TrainingLook> looks) {
    /** Of the weights (Karpathy, CS231n). */
    private static final double SOUND = 1e-3;

    /** Of the weights (TheDeepChecker). */
    private static final double SLOW = 1e-4;

    /** Steps of a sound size in fewer of which weights change by no more than a twentieth. */
    private static final int FEW = 50;

    /** Of the weights. */
    private static final double TENTH = 0.1;

    /** Of the largest rate: below that a schedule is bringing training to rest. */
    private static final double NOTABLE = 0.1;

    /** Whether there were so few steps that none of a sound size could have changed the weights by a twentieth. */
    boolean areFew() {
        return count < FEW;
    }

    /**
     * Whether there were so few, or that none of a sound size could have changed the weights by a tenth, and these did not, either,
     * as far as is known.
     */
    boolean changedLittle() {
        return areFew() || (count * SOUND < TENTH && !(count * soundRatio() >= TENTH));
    }

    /** The median share of the weights that a step changed while the rate was at least a tenth of its largest; NaN without any look. */
    double soundRatio() {
        double most =
                looks.stream().mapToDouble(TrainingLook::learningRate).max().orElse(Double.NaN);
        return new Median()
                .evaluate(looks.stream()
                        .filter(look -> look.learningRate() >= NOTABLE * most)
                        .mapToDouble(TrainingLook::updateRatio)
                        .toArray());
    }

    /** Whether steps were of a size to learn with: some of about a thousandth of the weights or more (Karpathy, CS231n). */
    boolean areSound() {
        return largestRatio() >= SOUND;
    }

    /** Whether no step was as large as a ten-thousandth of the weights, which is too small (TheDeepChecker). */
    boolean areSlow() {
        return largestRatio() < SLOW;
    }

    private double largestRatio() {
        return looks.stream().mapToDouble(TrainingLook::updateRatio).max().orElse(Double.NaN);
    }

    /** Whether weights are larger at the last look than at the first, as no penalty makes them. */
    boolean haveGrownWeights() {
        return !looks.isEmpty() && weights(looks.get(looks.size() - 1)) > weights(looks.get(0));
    }

    private static double weights(TrainingLook look) {
        return look.layers().stream()
                .mapToDouble(TrainingLook.LayerLook::weightNorm)
                .sum();
    }

    /** Whether all steps together could not change the weights by as much as they are. */
    boolean hardlyMoved() {
        return count * soundRatio() < 1;
    }

    /** Whether steps of a sound size were so few that all of them together could not change the weights by as much as they are. */
    boolean haveHardlyBegun() {
        return areFew() || (areSound() && hardlyMoved());
    }

    /** The median of a number over the looks; NaN without any. */
    double median(ToDoubleFunction<TrainingLook> number) {
        return new Median().evaluate(looks.stream().mapToDouble(number).toArray());
    }
}
