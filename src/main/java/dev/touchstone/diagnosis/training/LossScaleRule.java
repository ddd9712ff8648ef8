package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import java.util.Optional;

/**
 * A loss that starts on another scale than that of guessing, such as a sum where a mean is meant, or targets that are not
 * scaled.
 */
final class LossScaleRule implements Rule {
    /** A network of unit-variance outputs starts within about four times the loss of guessing, whatever the task. */
    private static final double MOST = 10;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        double first = facts.losses().first();
        double prior = facts.plan().priorLoss();
        if (!facts.isImpaired() || !(first > MOST * prior)) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.LOSS_SCALE.finding(
                facts.severity(),
                "the loss starts at " + ShortNumber.of(first) + ", " + ShortNumber.of(first / prior)
                        + " times what knowing nothing costs",
                new Evidence().with("first-loss", first).with("loss-of-knowing-nothing", prior),
                "see that inputs and targets are normalised and that the loss is a mean over rows"));
    }
}
