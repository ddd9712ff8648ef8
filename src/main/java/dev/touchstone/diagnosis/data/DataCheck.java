package dev.touchstone.diagnosis.data;

import dev.touchstone.data.Task;
import dev.touchstone.diagnosis.Finding;
import java.util.List;

/**
 * One thing that may be wrong with data.
 *
 * <p>For implementers: called once, from one thread, with rows of a task that it suits, whose numbers are all finite
 * (except for {@link NonFiniteCheck}, which sees to that). The same data always give the same findings; whatever is drawn
 * is drawn from the seed of the data. Row numbers in a finding are those of the source, from 1.
 */
interface DataCheck {
    /** Whether it has anything to say of a task. */
    default boolean suits(Task task) {
        return true;
    }

    /** What was found; nothing when all is well. */
    List<Finding> examine(CheckedData data);
}
