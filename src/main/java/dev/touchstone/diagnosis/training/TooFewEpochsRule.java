package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import java.util.Optional;

/**
 * A training that ended as planned, or when its time was over, with its best epoch in the last quarter (Google's tuning
 * playbook) while its loss still fell, or fell until the schedule brought it to rest. A warning where harm was done and more
 * is to be gained than the noise of the value hides, or where there were hardly any steps, or hardly any epochs of which the last still
 * gained, and much is missing; else for information.
 */
final class TooFewEpochsRule implements Rule {
    private static final double LATE = 0.75;

    /** Epochs that have quarters. */
    private static final int FEWEST = 4;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        BestEpoch best = facts.best();
        int epochs = facts.isCutByTime() ? facts.epochs().size() : facts.plan().epochs();
        double ahead = facts.ahead();
        boolean lacks = facts.shortfall().clearlyLacks();
        boolean few = lacks && (facts.steps().changedLittle() || isBrief(facts, epochs));
        boolean hardlyBegun = few || (facts.steps().haveHardlyBegun() && isHarmed(facts));
        boolean suspected = lacks && (facts.steps().haveHardlyBegun() || epochs < FEWEST);
        if (best == null
                || facts.isStoppedEarly()
                || !isLate(facts, best, epochs)
                || !(facts.isCutShort() || hardlyBegun || suspected)) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.TOO_FEW_EPOCHS.finding(
                severity(
                        facts,
                        few,
                        hardlyBegun
                                || (facts.isStillFalling()
                                        && ahead > facts.shortfall().noise())),
                "epoch " + best.epoch() + " of " + epochs + " was the best, and " + how(facts),
                new Evidence()
                        .with("best-epoch", best.epoch())
                        .with("epochs", epochs)
                        .with("learnt", facts.learnt())
                        .with("still-to-learn", ahead)
                        .with("noise", facts.shortfall().noise()),
                "train for twice as many " + (facts.isCutByTime() ? "seconds" : "epochs")
                        + ", or raise the learning rate"));
    }

    private static String how(TrialFacts facts) {
        if (facts.isStillFalling()) {
            return "the training loss still fell";
        } else if (facts.steps().haveHardlyBegun()) {
            return "all steps together changed the weights by less than themselves";
        } else if (facts.isCutShort()) {
            return "the training loss fell until the schedule brought it to rest";
        }
        return "a notable part of the way to right answers is missing";
    }

    /** Whether there were hardly any, the last of which still took more than a trifle off the validation loss. */
    private static boolean isBrief(TrialFacts facts, int epochs) {
        return epochs < FEWEST
                && (facts.epochs().size() < 2
                        || ValidationLosses.of(facts.epochs()).shareOfFallInTheEnd() > LossCurve.STAGNATED);
    }

    /**
     * Whether the best epoch was in the last quarter, or one as good: of equal values the first is kept. A quarter of three
     * epochs is none, so that of so few the last need only be as good but for noise.
     */
    private static boolean isLate(TrialFacts facts, BestEpoch best, int epochs) {
        double worse = epochs < FEWEST ? best.noise() : 0;
        return best.epoch() > LATE * epochs
                || facts.epochs().stream()
                        .anyMatch(epoch ->
                                epoch.epoch() > LATE * epochs && Math.abs(epoch.value() - best.value()) <= worse);
    }

    /** Whether more was to be learnt beyond noise; a class that is left out is no matter of length. */
    private static boolean isHarmed(TrialFacts facts) {
        return (facts.isImpaired() && !facts.shortfall().surpassesNeighbours())
                || facts.shortfall().clearlyFallsShort();
    }

    private static Severity severity(TrialFacts facts, boolean few, boolean more) {
        if (isHopeless(facts) || !more) {
            return Severity.INFO;
        }
        return few || facts.isOnItsWay() || isHarmed(facts) ? Severity.WARNING : Severity.INFO;
    }

    /** Whether the network could not tell the classes however long it was trained. */
    private static boolean isHopeless(TrialFacts facts) {
        return facts.plan().classes() && facts.isImpaired() && facts.plan().isNarrow();
    }
}
