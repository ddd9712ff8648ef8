package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.training.TrainingOutcome;
import java.util.Optional;

/**
 * A loss or parameters that stopped being finite. Steps that grow from one to the next are the usual reason (Google's tuning
 * playbook lists warm-up, clipping and a lower rate as the remedies).
 */
final class NonFiniteRule implements Rule {
    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        TrainingOutcome.NotFinite outcome = facts.notFinite();
        if (outcome == null) {
            return Optional.empty();
        }
        Evidence evidence =
                new Evidence().with("iteration", outcome.iteration()).with("learning-rate", outcome.learningRate());
        if (Double.isFinite(outcome.lastLoss())) {
            evidence.with("last-finite-loss", outcome.lastLoss());
        }
        return Optional.of(FindingCode.LEARNING_RATE_TOO_HIGH.finding(
                Severity.ERROR,
                "the " + outcome.what() + " stopped being finite in iteration " + outcome.iteration()
                        + ": steps too large for the curvature are the usual cause",
                evidence,
                "lower the learning rate, or let the learning-rate-range gate clamp it"));
    }
}
