package dev.touchstone.report.html;

import dev.touchstone.space.Assignment;
import dev.touchstone.store.TrialRecord;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A hyperparameter that was not trained as it was proposed, because a gate clamped it.
 *
 * @param proposed null when only the effective assignment has it
 */
public record Change(String name, @Nullable Object proposed, Object effective) {
    static List<Change> of(TrialRecord trial) {
        return effective(trial).values().entrySet().stream()
                .map(entry ->
                        new Change(entry.getKey(), trial.proposed().values().get(entry.getKey()), entry.getValue()))
                .filter(change -> !Objects.equals(change.proposed(), change.effective()))
                .toList();
    }

    /** What is trained, or would be: the proposed assignment until the gates are through. */
    static Assignment effective(TrialRecord trial) {
        return trial.effective() == null ? trial.proposed() : trial.effective();
    }

    public String text() {
        return Figures.value(proposed) + " → " + Figures.value(effective);
    }
}
