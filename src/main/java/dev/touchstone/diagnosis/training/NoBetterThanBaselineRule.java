package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import java.util.Optional;

/**
 * A value that is not better than the baseline beyond chance: rows that are hard are so for both, so that they are paired. For
 * information where it is better on the face and validation rows cost notably less than where nothing is known: then classes
 * that are told are too few rows to show it.
 */
final class NoBetterThanBaselineRule implements Rule {
    /** Of the loss of knowing nothing. */
    private static final double NOTABLE = 0.1;

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
                isLearnt(facts, best) ? Severity.INFO : Severity.WARNING,
                facts.plan().metric() + " " + ShortNumber.of(best.value()) + " is no better than the "
                        + ShortNumber.of(best.baseline()) + " of a baseline that needs no network",
                new Evidence().with("value", best.value()).with("baseline", best.baseline()),
                "see the causes named beside; when there is none, check labels and features"));
    }

    private static boolean isLearnt(TrialFacts facts, BestEpoch best) {
        return facts.plan().classes()
                && facts.plan().direction().better(best.value(), best.baseline())
                && facts.epochs().stream()
                        .filter(epoch -> epoch.epoch() == best.epoch())
                        .anyMatch(epoch -> epoch.validationLoss()
                                < (1 - NOTABLE) * facts.plan().priorLoss());
    }
}
