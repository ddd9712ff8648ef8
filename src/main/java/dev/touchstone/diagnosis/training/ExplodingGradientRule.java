package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import java.util.Optional;

/** A gradient that grows on its way to the first layer of a network that learnt little. */
final class ExplodingGradientRule implements Rule {
    /** AUTOTRAINER (ICSE 2021). */
    private static final double RATIO = 70;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        if (!facts.isImpaired()
                || !MostLooks.most(
                        facts.looks(),
                        (first, last) ->
                                first.gradientNorm() > RATIO * last.gradientNorm() && last.gradientNorm() > 0)) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.EXPLODING_GRADIENT.finding(
                Severity.WARNING,
                "the gradient of the first layer is more than 70 times that of the last",
                new Evidence()
                        .with(
                                "first-gradient-norm",
                                facts.steps()
                                        .median(look -> look.layers().get(0).gradientNorm()))
                        .with("looks", facts.looks().size()),
                "clip the gradient, draw smaller weights, or use batch normalisation"));
    }
}
