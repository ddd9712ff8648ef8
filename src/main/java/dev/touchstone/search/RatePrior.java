package dev.touchstone.search;

import dev.touchstone.model.Hyperparameters;
import dev.touchstone.space.Assignment;
import dev.touchstone.space.SearchSpace;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import org.deeplearning4j.arbiter.optimize.parameter.continuous.ContinuousParameterSpace;

/**
 * Moves a proposal's learning rate into the rates that were usable for earlier trials like it: where it lay in the space's
 * range, there it lies in the usable part of the range, so that whatever the sampler meant by low and high stays low and
 * high. A pure function of the proposal and the history.
 */
public final class RatePrior {
    /** Fewer trials like it than this leave a proposal as it is: two ramps may both be odd. */
    private static final int FEWEST = 3;

    /** Halvings of the range: more tell no two numbers apart. */
    private static final int HALVINGS = 60;

    private RatePrior() {}

    /**
     * What an earlier trial's ramp found.
     *
     * @param low lowest usable learning rate
     * @param high highest usable learning rate
     */
    public record Experience(Assignment assignment, double low, double high) {}

    /**
     * A point whose learning rate lies between the lowest and the highest that was usable for trials with its optimiser,
     * on which the usable rates depend most; the same point where too few trials are like it, or its rate is fixed or
     * one of a few.
     */
    public static double[] guided(SearchSpace space, double[] point, List<Experience> history) {
        Assignment proposed = space.getValue(point);
        OptionalInt dimension = space.dimension(Hyperparameters.LEARNING_RATE);
        List<Experience> alike = history.stream()
                .filter(experience -> isAlike(experience.assignment(), proposed))
                .toList();
        if (dimension.isEmpty()
                || alike.size() < FEWEST
                || !isContinuous(space)
                || !proposed.has(Hyperparameters.LEARNING_RATE)) {
            return point;
        }
        DoubleUnaryOperator rateAt = place ->
                space.getValue(with(point, dimension.getAsInt(), place)).number(Hyperparameters.LEARNING_RATE);
        double low = alike.stream().mapToDouble(Experience::low).min().orElseThrow();
        double high = alike.stream().mapToDouble(Experience::high).max().orElseThrow();
        double from = place(rateAt, low);
        double to = place(rateAt, high);
        return with(point, dimension.getAsInt(), from + point[dimension.getAsInt()] * (to - from));
    }

    private static boolean isContinuous(SearchSpace space) {
        return space.parameters().stream()
                .anyMatch(parameter -> parameter.name().equals(Hyperparameters.LEARNING_RATE)
                        && parameter.values() instanceof ContinuousParameterSpace);
    }

    private static boolean isAlike(Assignment one, Assignment other) {
        return Objects.equals(
                one.values().get(Hyperparameters.OPTIMISER), other.values().get(Hyperparameters.OPTIMISER));
    }

    /** Where in its range a rate lies, from 0 to 1; the nearer end for one that is outside. */
    private static double place(DoubleUnaryOperator rateAt, double rate) {
        double below = 0;
        double above = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (below + above) / 2;
            if (rateAt.applyAsDouble(middle) < rate) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return above;
    }

    private static double[] with(double[] point, int dimension, double place) {
        double[] changed = point.clone();
        changed[dimension] = place;
        return changed;
    }
}
