package dev.touchstone.diagnosis;

import dev.touchstone.training.TrainingOutcome;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Explains a training whose loss or parameters stopped being finite. Steps that grow from one to the next are the usual
 * reason (Google's tuning playbook lists warm-up, clipping and a lower rate as the remedies); no experiment has confirmed
 * it here.
 */
public final class NonFiniteRule {
    /** The finding of such an outcome. */
    public Finding explain(TrainingOutcome.NotFinite outcome) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("iteration", outcome.iteration());
        evidence.put("learning-rate", outcome.learningRate());
        if (Double.isFinite(outcome.lastLoss())) {
            evidence.put("last-finite-loss", outcome.lastLoss());
        }
        return new Finding(
                "learning-rate-too-high",
                Severity.ERROR,
                "the " + outcome.what() + " stopped being finite in iteration " + outcome.iteration()
                        + ": steps too large for the curvature are the usual cause",
                false,
                evidence,
                "lower the learning rate, or let the learning-rate-range gate clamp it");
    }
}
