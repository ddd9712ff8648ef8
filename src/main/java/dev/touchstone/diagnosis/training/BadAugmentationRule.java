package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import java.util.Optional;

/**
 * Augmented rows of which little is learnt by steps that are not too small, where validation rows, which are not augmented, are
 * answered worse than they could be: what is taken away is what has to be learnt. Or augmented rows of which more is learnt than
 * of rows as they are.
 */
final class BadAugmentationRule implements Rule {
    /** Of the loss of knowing nothing. */
    private static final double HALF = 0.5;

    /** Of the loss of knowing nothing: less does no notable harm. */
    private static final double NOTABLE = 0.05;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        return ofNothingLearnt(facts).or(() -> ofOtherRows(facts)).or(() -> ofSuspicion(facts));
    }

    /**
     * That it may do harm, for an experiment to decide, where there is harm or a notable part of the way is missing. A warning
     * where neighbours, whom nobody augments, do better and as much is missing on train rows.
     */
    private static Optional<Finding> ofSuspicion(TrialFacts facts) {
        double missing = facts.shortfall().lack();
        if (!facts.plan().augments() || !facts.comesShort()) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.BAD_AUGMENTATION.finding(
                facts.shortfall().isOutdone() && facts.shortfall().lacksOnTrainToo() ? Severity.WARNING : Severity.INFO,
                "rows are augmented, and " + Math.round(100 * missing) + " % of the way to right answers is missing",
                new Evidence().with("missing", missing),
                "augment less, or not at all"));
    }

    /**
     * Whether rows as they are cost more than augmented ones do by the end, beyond noise: what is learnt holds for these alone,
     * though rows as they are should be the easier ones.
     */
    private static Optional<Finding> ofOtherRows(TrialFacts facts) {
        if (!facts.plan().augments()
                || facts.best() == null
                || facts.plan().restrains()
                || facts.steps().areSlow()
                || facts.leaps()
                || !facts.shortfall().clearlyLacks()) {
            return Optional.empty();
        }
        double prior = facts.plan().priorLoss();
        double asTheyAre = facts.best().trainLoss();
        double augmented = facts.losses().end().getMean();
        if (!Noise.isBelow(facts.losses().end(), asTheyAre) || !(asTheyAre - augmented > NOTABLE * prior)) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.BAD_AUGMENTATION.finding(
                Severity.WARNING,
                "of augmented rows " + ShortNumber.of(100 * augmented / prior)
                        + " % of the loss of knowing nothing is left, and of the same rows as they are "
                        + ShortNumber.of(100 * asTheyAre / prior) + " %: what is learnt holds for augmented rows alone",
                new Evidence()
                        .with("augmented-loss", augmented)
                        .with("train-loss", asTheyAre)
                        .with("loss-of-knowing-nothing", prior),
                "augment less, or not at all"));
    }

    private static Optional<Finding> ofNothingLearnt(TrialFacts facts) {
        if (!facts.plan().augments()
                || facts.best() == null
                || !(facts.isHarmed() || facts.shortfall().lacksOnTrainToo())
                || facts.steps().areSlow()
                || facts.leaps()) {
            return Optional.empty();
        }
        double left = facts.losses().end().getMean() / facts.plan().priorLoss();
        if (!(left > HALF)) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.BAD_AUGMENTATION.finding(
                Severity.WARNING,
                "of augmented rows " + ShortNumber.of(100 * left)
                        + " % of the loss of knowing nothing is left, and of the same rows as they are "
                        + ShortNumber.of(
                                100 * facts.best().trainLoss() / facts.plan().priorLoss()) + " %",
                new Evidence()
                        .with("augmented-loss", facts.losses().end().getMean())
                        .with("train-loss", facts.best().trainLoss())
                        .with("loss-of-knowing-nothing", facts.plan().priorLoss()),
                "augment less, or not at all"));
    }
}
