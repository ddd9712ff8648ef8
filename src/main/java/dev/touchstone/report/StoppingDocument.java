package dev.touchstone.report;

import dev.touchstone.spec.SpecName;
import dev.touchstone.training.StoppingDecision;
import dev.touchstone.trial.TrialEvent;
import org.jspecify.annotations.Nullable;

/**
 * Why a training ended, in the {@link StudyDocument}.
 *
 * @param watched null without early stopping
 */
public record StoppingDocument(String rule, StoppingDecision.@Nullable Watched watched) {
    /** Nothing for a trial that is not complete, or of a Touchstone that did not keep it. */
    static @Nullable StoppingDocument of(TrialEvent.@Nullable Completed completed) {
        StoppingDecision decision = completed == null ? null : completed.decision();
        return decision == null ? null : new StoppingDocument(SpecName.of(decision.rule()), decision.watched());
    }
}
