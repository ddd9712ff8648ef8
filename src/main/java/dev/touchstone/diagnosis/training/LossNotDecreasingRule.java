package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import java.util.Optional;
import org.apache.commons.math3.stat.descriptive.StatisticalSummaryValues;

/**
 * A training loss whose last quarter is not below its first by more than chance; unless it is below that of knowing nothing: then
 * it fell within the first, and the rows tell no more.
 */
final class LossNotDecreasingRule implements Rule {
    private static final double QUARTER = 0.25;

    /** A variance of fewer says little. */
    private static final int FEWEST = 8;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        if (facts.losses().isEmpty() || !facts.isImpaired()) {
            return Optional.empty();
        }
        StatisticalSummaryValues start = facts.losses().stretch(0, QUARTER);
        StatisticalSummaryValues end = facts.losses().stretch(1 - QUARTER, 1);
        double prior = facts.plan().priorLoss();
        boolean fell = Noise.isBelow(end, (1 - LossCurve.STAGNATED) * prior);
        if (start.getN() < FEWEST || end.getN() < FEWEST || Noise.isAbove(start, end) || fell) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.LOSS_NOT_DECREASING.finding(
                Severity.WARNING,
                "the training loss does not fall: " + ShortNumber.of(start.getMean()) + " in the first quarter, "
                        + ShortNumber.of(end.getMean()) + " in the last",
                new Evidence().with("first-quarter", start.getMean()).with("last-quarter", end.getMean()),
                "see the causes named beside; when there is none, check labels, loss and learning rate"));
    }
}
