package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.training.TrainingLook;
import java.util.Optional;

/** Features far from a scale of about 1, as the initialisation gate judges them. */
final class UnnormalisedInputRule implements Rule {
    private static final double MOST = 10;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        double scale = facts.median(TrainingLook::inputScale);
        if (!(scale > MOST) && !(scale < 1 / MOST && facts.isHarmed())) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.UNNORMALISED_INPUT.finding(
                facts.severity(),
                "features have a scale of " + ShortNumber.of(scale) + " where about 1 is expected",
                new Evidence().with("input-scale", scale),
                "set data: {normalise: standardise}"));
    }
}
