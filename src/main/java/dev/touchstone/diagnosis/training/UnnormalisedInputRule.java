package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.training.TrainingLook;
import java.util.Optional;

/**
 * Features far from a scale of about 1, as the initialisation gate judges them; or not quite so far, where harm was done or
 * the loss starts far above that of knowing nothing, because answers grow with the features.
 */
final class UnnormalisedInputRule implements Rule {
    private static final double MOST = 10;

    /** Its square is ten times the curvature that features of a scale of 1 have (LeCun et al. 1998, Efficient BackProp). */
    private static final double MUCH = Math.sqrt(10);

    /** TheDeepChecker: a first loss that exceeds that of guessing by as much again. */
    private static final double POOR = 2;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        double scale = facts.steps().median(TrainingLook::inputScale);
        boolean startsPoorly = facts.losses().first() > POOR * facts.plan().priorLoss();
        boolean harmful = scale > MUCH && (startsPoorly || facts.isHarmed());
        if (!harmful && !(scale > MOST) && !(scale < 1 / MOST && facts.isHarmed())) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.UNNORMALISED_INPUT.finding(
                harmful ? Severity.WARNING : scale > MOST ? facts.severityOfCertain() : facts.severity(),
                "features have a scale of " + ShortNumber.of(scale) + " where about 1 is expected",
                new Evidence()
                        .with("input-scale", scale)
                        .with("first-loss", facts.losses().first()),
                "set data: {normalise: standardise}"));
    }
}
