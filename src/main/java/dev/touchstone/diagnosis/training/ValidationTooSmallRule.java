package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import java.util.Optional;

/** A validation value whose interval is as wide as what it gained over the baseline, though better than that on the face. */
final class ValidationTooSmallRule implements Rule {
    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        BestEpoch best = facts.best();
        if (best == null || !facts.plan().direction().better(best.value(), best.baseline())) {
            return Optional.empty();
        }
        double gain = Math.abs(best.value() - best.baseline());
        if (2 * best.noise() <= gain) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.VALIDATION_TOO_SMALL.finding(
                Severity.INFO,
                facts.plan().validationRows() + " validation rows give "
                        + facts.plan().metric() + " an interval " + ShortNumber.of(2 * best.noise())
                        + " wide, and the gain over the baseline is " + ShortNumber.of(gain),
                new Evidence()
                        .with("rows", facts.plan().validationRows())
                        .with("interval-width", 2 * best.noise())
                        .with("gain", gain),
                "put more rows into validation"));
    }
}
