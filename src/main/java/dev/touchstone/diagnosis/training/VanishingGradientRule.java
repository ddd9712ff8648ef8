package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import java.util.Optional;

/** Hardly any gradient reaches the first layer of a network that learnt little. */
final class VanishingGradientRule implements Rule {
    /** AUTOTRAINER (ICSE 2021). */
    private static final double RATIO = 1e-3;

    private static final double SMALL = 1e-4;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        if (!facts.isImpaired()
                || !MostLooks.most(
                        facts.looks(),
                        (first, last) -> !first.frozen()
                                && first.gradientNorm() < RATIO * last.gradientNorm()
                                && first.gradientNorm() < SMALL)) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.VANISHING_GRADIENT.finding(
                Severity.WARNING,
                "the gradient of the first layer is less than a thousandth of that of the last",
                new Evidence()
                        .with(
                                "first-gradient-norm",
                                facts.steps()
                                        .median(look -> look.layers().get(0).gradientNorm()))
                        .with("looks", facts.looks().size()),
                "use relu, fewer layers, or batch normalisation"));
    }
}
