package dev.touchstone.space;

import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;
import org.jspecify.annotations.Nullable;

/**
 * One hyperparameter of a search space.
 *
 * @param values an Arbiter leaf space of one dimension, or a fixed value of none; see {@link ParameterSpaces}
 * @param when the parameter is absent from the assignment unless this holds
 */
public record Parameter(
        String name, ParameterSpace<?> values, @Nullable Condition when) {}
