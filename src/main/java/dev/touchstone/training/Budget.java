package dev.touchstone.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a training may take; what is reached first ends it. Epochs and iterations are the plan: schedules, gates and
 * early stopping count on it, and it is known beforehand. Time is no part of the plan: it can only cut it short.
 *
 * @param epochs at most, from 1; null for as many as the iterations make
 * @param iterations at most, from 1; null for as many as the epochs make, which are there then
 */
public record Budget(@Nullable Integer epochs, @Nullable Integer iterations, Cut cut) {
    /** What is planned when a spec says neither epochs nor iterations. */
    public static final int USUAL_EPOCHS = 30;

    /** A number of epochs, however many iterations and seconds they take. */
    public static Budget ofEpochs(int epochs) {
        return new Budget(epochs, null, Cut.NONE);
    }

    /** The plan so many times; what cuts it short stays. */
    Budget times(int factor) {
        return new Budget(
                epochs == null ? null : Math.multiplyExact(epochs, factor),
                iterations == null ? null : Math.multiplyExact(iterations, factor),
                cut);
    }

    /** The same plan, cut short by something else. */
    public Budget cutBy(Cut other) {
        return new Budget(epochs, iterations, other);
    }

    /**
     * Iterations planned in all.
     *
     * @param batchesAnEpoch iterations in an epoch; from 1
     */
    public long planned(int batchesAnEpoch) {
        long most = epochs == null ? Long.MAX_VALUE : (long) epochs * batchesAnEpoch;
        return iterations == null ? most : Math.min(iterations, most);
    }

    /** Epochs planned in all; the last may have fewer iterations than the others. */
    public int plannedEpochs(int batchesAnEpoch) {
        long planned = planned(batchesAnEpoch);
        return Math.toIntExact((planned + batchesAnEpoch - 1) / batchesAnEpoch);
    }

    /** What ended a training that did all that was planned. */
    StoppingRule rule(int batchesAnEpoch) {
        boolean all = epochs != null && planned(batchesAnEpoch) == (long) epochs * batchesAnEpoch;
        return all ? StoppingRule.EPOCHS : StoppingRule.ITERATIONS;
    }

    /** {@code 30 epochs}, {@code 30 epochs or 60 seconds}. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        if (epochs != null) {
            parts.add(epochs + (epochs == 1 ? " epoch" : " epochs"));
        }
        if (iterations != null) {
            parts.add(iterations + (iterations == 1 ? " iteration" : " iterations"));
        }
        if (cut instanceof Cut.Time time) {
            parts.add(time.toString());
        }
        return String.join(" or ", parts);
    }
}
