package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import java.util.Optional;

/** A value that is not better than the baseline beyond chance: rows that are hard are so for both, so that they are paired. */
final class NoBetterThanBaselineRule implements Rule {
    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        BestEpoch best = facts.best();
        if (best == null || Double.isNaN(best.baseline())) {
            return Optional.empty();
        }
        if (best.isBeyondBaseline(facts.plan().direction())) {
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
