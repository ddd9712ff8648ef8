package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.training.TrainingLook;
import java.util.Optional;

/**
 * A training that fell short because its steps hardly changed the weights. About 1e-3 of them a step is sound (Karpathy,
 * CS231n), and below 1e-4 is too slow (TheDeepChecker). It needs less harm, only that neighbours do better, of plain descent, of
 * which nothing but the rate scales the steps, and of a training that was cut short.
 */
final class LearningRateTooLowRule implements Rule {
    private static final double SLOW = 1e-4;
    private static final double SOUND = 1e-3;

    /** Of the loss of knowing nothing: who has learnt so much did not fall short for its steps. */
    private static final double ALMOST_ALL = 0.9;

    private static final String PLAIN = "sgd";

    /** Of the gradient's norm. */
    private static final double HALF = 0.5;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        double ratio = facts.looks().stream()
                .filter(look -> look.layers().stream().noneMatch(TrainingLook.LayerLook::frozen))
                .mapToDouble(TrainingLook::updateRatio)
                .max()
                .orElse(Double.NaN);
        boolean outdone = isPlain(facts.plan())
                && facts.shortfall().isOutdone()
                && facts.steps().hardlyMoved();
        boolean slow = ratio > 0
                && (ratio < SLOW
                        || (ratio < SOUND
                                && (facts.isCutShort() || facts.steps().hardlyMoved())
                                && (facts.learnt() < ALMOST_ALL || outdone)
                                && !facts.steps().areFew()));
        if (!slow
                || MostLooks.allDead(facts.looks()).isPresent() // which lets no gradient through, at any rate
                || !(facts.isImpaired() || facts.isCutShort() || facts.isHarmed() || outdone)) {
            return Optional.empty();
        }
        double clipped = facts.steps().median(TrainingLook::clipped);
        return Optional.of(FindingCode.LEARNING_RATE_TOO_LOW.finding(
                outdone || isCutShortOfMore(facts) ? Severity.WARNING : facts.severity(),
                "no step changed the weights by more than " + ShortNumber.of(100 * ratio)
                        + " % (about 0.1 % is sound), and only " + Math.round(100 * facts.learnt())
                        + " % of the loss of knowing nothing was learnt away",
                new Evidence()
                        .with("learning-rate", facts.plan().learningRate())
                        .with("largest-update-ratio", ratio)
                        .with("learnt", facts.learnt())
                        .with("clipped", clipped),
                (clipped > HALF ? "raise the bound of clipping, which takes most of the gradient, or" : "raise")
                        + " the learning rate to about "
                        + ShortNumber.of(10 * facts.plan().learningRate())));
    }

    /** Whether training could have gone on to learn: most of the loss is left, or neighbours do better. */
    private static boolean isCutShortOfMore(TrialFacts facts) {
        return facts.isCutShort() && (facts.isImpaired() || facts.shortfall().isOutdone());
    }

    /** Whether nothing but the rate scales the gradient. */
    private static boolean isPlain(TrialPlan plan) {
        return PLAIN.equals(plan.optimiser());
    }
}
