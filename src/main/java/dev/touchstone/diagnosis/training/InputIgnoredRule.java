package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import java.util.Optional;

/** A network that answers nearly the same for all rows. */
final class InputIgnoredRule implements Rule {
    /** Answers of so little spread explain at most 1 % of the targets' variance. */
    private static final double LEAST = 0.1;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        BestEpoch best = facts.best();
        if (best == null || !(best.answerSpread() < LEAST * best.targetSpread())) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.INPUT_IGNORED.finding(
                Severity.WARNING,
                "answers hardly differ from row to row: their spread is "
                        + ShortNumber.of(100 * best.answerSpread() / best.targetSpread()) + " % of that of the targets",
                new Evidence().with("answer-spread", best.answerSpread()).with("target-spread", best.targetSpread()),
                "see the causes named beside; when there is none, check that features and labels belong together"));
    }
}
