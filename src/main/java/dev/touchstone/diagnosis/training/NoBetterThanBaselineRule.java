package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.metric.Direction;
import java.util.Optional;

/** A value whose interval does not lie beyond the baseline. */
final class NoBetterThanBaselineRule implements Rule {
    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        BestEpoch best = facts.best();
        if (best == null || Double.isNaN(best.baseline())) {
            return Optional.empty();
        }
        boolean maximise = facts.plan().direction() == Direction.MAXIMISE;
        boolean better = maximise
                ? best.interval().low() > best.baseline()
                : best.interval().high() < best.baseline();
        if (better) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.NO_BETTER_THAN_BASELINE.finding(
                Severity.WARNING,
                facts.plan().metric() + " " + ShortNumber.of(best.value()) + " is no better than the "
                        + ShortNumber.of(best.baseline()) + " of a baseline that needs no network",
                new Evidence().with("value", best.value()).with("baseline", best.baseline()),
                "see the causes named beside; when there is none, check labels and features"));
    }
}
