package dev.touchstone.diagnosis.data;

import dev.touchstone.diagnosis.Finding;
import java.util.List;

/**
 * One thing that may be wrong with data.
 *
 * <p>For implementers: called once, from one thread, with rows whose numbers are all finite (except for
 * {@link NonFiniteCheck}, which sees to that). The same data always give the same findings; whatever is drawn is drawn
 * from the seed of the data. Row numbers in a finding are those of the source, from 1.
 */
interface DataCheck {
    /** What was found; nothing when all is well. */
    List<Finding> examine(CheckedData data);
}
