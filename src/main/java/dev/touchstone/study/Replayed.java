package dev.touchstone.study;

import java.util.List;
import java.util.Optional;

/**
 * What came of training a trial again.
 *
 * @param iterations whose recorded losses were compared
 * @param epochs whose recorded validation was compared
 * @param first what differs from the record, the first in the order in which it happened; empty when everything has the
 *     same bits
 * @param environment in what the trial was computed then and now, where that differs
 */
public record Replayed(int iterations, int epochs, Optional<Difference> first, List<Difference> environment) {
    public boolean identical() {
        return first.isEmpty();
    }
}
