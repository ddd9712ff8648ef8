package dev.touchstone.execution;

import java.util.function.BooleanSupplier;

/**
 * What ends experiments before they have decided.
 *
 * @param stop asked often; once true, what is being tested is forgotten
 * @param seconds after which what is being tested stays undecided; infinite for as long as it takes
 */
record ExperimentLimits(BooleanSupplier stop, double seconds) {
    static final ExperimentLimits NONE = new ExperimentLimits(() -> false, Double.POSITIVE_INFINITY);
}
