package dev.touchstone.study;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.model.AutoRegularisation;
import dev.touchstone.space.Half;
import dev.touchstone.space.Parameter;
import dev.touchstone.training.Budget;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;

/**
 * A parameter that {@code regularisation: auto} searches otherwise than the spec says.
 *
 * @param low its lowest value
 * @param high its highest value
 * @param how in words
 * @param source where the range comes from
 */
public record AutoChange(String parameter, Number low, Number high, String how, String source) {
    static AutoChange added(String name, ParameterSpace<? extends Number> range, String source) {
        return new AutoChange(name, at(range, 0), at(range, 1), "added, in half of the trials", source);
    }

    /** @param own of the spec, one half of it left */
    static AutoChange narrowed(Parameter own, Half half) {
        return new AutoChange(
                own.name(),
                at(own.values(), 0),
                at(own.values(), 1),
                half == Half.LOWER ? "the lower half of its range" : "the upper half of its range",
                "the spec's range");
    }

    static AutoChange longer(ParameterSpace<Integer> times, Budget budget) {
        return new AutoChange(
                AutoRegularisation.EPOCHS,
                at(times, 0),
                at(times, 1),
                "times the " + budget + " of the spec; a longer trial counts as so many",
                "the budget of all trials stays");
    }

    private static Number at(ParameterSpace<?> range, double place) {
        range.setIndices(0);
        return (Number) range.getValue(new double[] {place});
    }

    /** On one line. */
    public String words() {
        return parameter + " " + ShortNumber.of(low.doubleValue()) + " to " + ShortNumber.of(high.doubleValue()) + " ("
                + how + ")";
    }
}
