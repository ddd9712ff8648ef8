package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.training.TrainingLook;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A training that learnt little because there is more of a restraint than any network needs, a penalty outweighs its loss, or
 * weight decay shrinks what is learnt faster than it grows, because what it learnt shows only once dropout is off, or because
 * whatever else holds it back leaves steps of a sound size nothing to learn.
 */
final class OverRegularisedRule implements Rule {
    /** Of the loss: from there on most of what is minimised is the penalty. TheDeepChecker warns from twice that. */
    private static final double PENALTY = 1;

    /** After three of its lifetimes 5 % of a weight is left. */
    private static final double LIFETIMES = 3;

    /** Of the loss of knowing nothing: half of what an impaired training has learnt at most, and as much as a penalty may cost. */
    private static final double LITTLE = 0.25;

    /** Of a step, and of the loss of knowing nothing. */
    private static final double HALF = 0.5;

    /** Of the loss, and of the way from the baseline to answers that are all right. */
    private static final double NOTABLE = 0.1;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        Optional<Finding> ofExcess = Optional.empty();
        if (facts.isHarmed()) {
            ofExcess = ExcessiveRestraint.of(facts).or(() -> ofCourse(facts));
        } else if (isCostly(facts)) {
            ofExcess = ExcessiveRestraint.ofDropout(facts);
        }
        return ofExcess.or(() -> ofPenalty(facts)).or(() -> ofLoss(facts)).or(() -> ofSuspicion(facts));
    }

    /** Less than harm, where there is more of a restraint than any network needs: neighbours do better, or much of the loss is left. */
    private static boolean isCostly(TrialFacts facts) {
        return facts.best() != null && !facts.leaps() && (facts.shortfall().isOutdone() || facts.leavesMuch());
    }

    /**
     * A penalty that outweighs the loss and keeps weights small: at most looks, or at any where neighbours do better or the loss
     * rose again.
     */
    private static Optional<Finding> ofPenalty(TrialFacts facts) {
        if (!isCostly(facts) || facts.steps().haveGrownWeights()) {
            return Optional.empty();
        }
        ToDoubleFunction<TrainingLook> share = look -> look.penalty() / look.loss();
        double outweighed = facts.shortfall().isOutdone() || roseAgain(facts)
                ? facts.looks().stream().mapToDouble(share).max().orElse(Double.NaN)
                : facts.steps().median(share);
        if (!(outweighed > PENALTY)) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.OVER_REGULARISED.finding(
                Severity.WARNING,
                "the penalty is " + ShortNumber.of(outweighed) + " times the loss, and "
                        + Math.round(100 * facts.shortfall().trainLack())
                        + " % of the way to right answers is missing on train rows",
                new Evidence()
                        .with("penalty-over-loss", outweighed)
                        .with("missing-on-train-rows", facts.shortfall().trainLack()),
                "lower the penalties"));
    }

    /** Whether the loss rose beyond chance from where it was lowest, as it may where the penalty fell instead. */
    private static boolean roseAgain(TrialFacts facts) {
        return Noise.isAbove(facts.losses().end(), facts.losses().lowest());
    }

    /**
     * Sound steps after which training, as it sees rows and weights itself, still costs more than knowing nothing, though
     * without what holds it back it is seen to have learnt.
     */
    private static Optional<Finding> ofLoss(TrialFacts facts) {
        double prior = facts.plan().priorLoss();
        if (facts.best() == null
                || !facts.plan().restrains()
                || !facts.steps().areSound()
                || facts.isStillFalling()
                || !(facts.learnt() > LITTLE)
                || !(facts.losses().end().getMean() > prior)) {
            return Optional.empty();
        }
        double end = facts.losses().end().getMean();
        return Optional.of(FindingCode.OVER_REGULARISED.finding(
                Severity.WARNING,
                "what holds it back (" + facts.plan().restraintsInWords() + ") makes training cost "
                        + ShortNumber.of(end) + " to its end, where knowing nothing costs " + ShortNumber.of(prior),
                new Evidence().with("end-loss", end).with("loss-of-knowing-nothing", prior),
                "lower dropout, noise or the penalties"));
    }

    /**
     * What may hold training back, for an experiment to decide: a notable part of the way is missing on train rows, too, and weights
     * or dropout are held more tightly than is usual, or the penalty is a notable part of the loss. A warning where the
     * penalty costs as much as half of what was learnt.
     */
    private static Optional<Finding> ofSuspicion(TrialFacts facts) {
        TrialPlan plan = facts.plan();
        double share = facts.steps().median(look -> look.penalty() / look.loss());
        boolean tight = plan.isNoisy() || plan.restrains("bound of the norm") || plan.dropsMuch() || share > NOTABLE;
        if (!tight || !facts.shortfall().lacksOnTrainToo() || facts.leaps()) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.OVER_REGULARISED.finding(
                isDear(facts) ? Severity.WARNING : Severity.INFO,
                "it may be held back (" + plan.restraintsInWords() + "): "
                        + Math.round(100 * facts.shortfall().trainLack())
                        + " % of the way to right answers is missing on train rows, too",
                new Evidence()
                        .with("penalty-over-loss", share)
                        .with("missing-on-train-rows", facts.shortfall().trainLack()),
                "lower dropout, noise or the penalties"));
    }

    /**
     * Whether the penalty is a quarter of the loss of knowing nothing, and half as large as what training took away of that, where
     * not nearly all of it is gone.
     */
    private static boolean isDear(TrialFacts facts) {
        double share =
                facts.steps().median(TrainingLook::penalty) / facts.plan().priorLoss();
        return share > LITTLE && share > HALF * facts.learnt() && facts.learnt() < 1 - NOTABLE;
    }

    private static Optional<Finding> ofCourse(TrialFacts facts) {
        BestEpoch best = facts.best();
        if (best == null || facts.leaps() || facts.looks().isEmpty()) {
            return Optional.empty();
        }
        TrainingLook last = facts.looks().get(facts.looks().size() - 1);
        double decayed =
                facts.steps().median(look -> look.learningRate() * facts.plan().weightDecay() / look.updateRatio());
        double lifetimes = facts.plan().weightDecay()
                * facts.plan().batchesAnEpoch()
                * facts.epochs().stream().mapToDouble(EpochFacts::learningRate).sum();
        double hidden = (facts.losses().end().getMean() - best.trainLoss())
                / facts.plan().priorLoss();
        String how;
        double loss = facts.losses().end().getMean();
        if (last.penalty() > PENALTY * loss && !facts.steps().haveGrownWeights()) {
            how = "the penalty outweighs the loss";
        } else if (lifetimes > LIFETIMES && decayed > HALF) {
            how = "most of each step is weight decay";
        } else if (facts.plan().hidesWhatIsLearnt() && hidden > HALF) {
            how = "dropout hides what was learnt";
        } else if (facts.plan().restrains("dropout") && hidden > LITTLE && isHidden(facts)) {
            how = "what dropout leaves is too little to learn from";
        } else if (facts.plan().restrains() && isHeldBack(facts)) {
            how = "what holds it back (" + facts.plan().restraintsInWords()
                    + ") leaves steps of a sound size nothing to learn";
        } else {
            return Optional.empty();
        }
        return Optional.of(FindingCode.OVER_REGULARISED.finding(
                Severity.WARNING,
                how + ", and only " + Math.round(100 * facts.learnt())
                        + " % of the loss of knowing nothing was learnt away",
                new Evidence()
                        .with("penalty", last.penalty())
                        .with("loss", loss)
                        .with("weight-decay-lifetimes", lifetimes)
                        .with("share-of-weight-decay", decayed)
                        .with("loss-hidden-by-dropout", hidden),
                "lower weight decay, dropout or the penalties"));
    }

    /** Whether next to nothing is learnt, or nothing of rows as training sees them, though steps are of a sound size and done. */
    private static boolean isHeldBack(TrialFacts facts) {
        return facts.steps().areSound()
                && !facts.plan().isNarrow()
                && facts.shortfall().rowsTell()
                && !facts.isStillFalling()
                && (facts.losses().end().getMean() > facts.plan().priorLoss()
                        || (!facts.steps().haveHardlyBegun()
                                && (facts.learnt() < LITTLE
                                        || (facts.isImpaired()
                                                && facts.shortfall().fallsShort()))));
    }

    /** Whether rows as dropout leaves them keep most of the loss of knowing nothing for all sound steps, and less than they tell is learnt. */
    private static boolean isHidden(TrialFacts facts) {
        return facts.steps().areSound()
                && facts.shortfall().fallsShort()
                && facts.shortfall().rowsTell()
                && !facts.isStillFalling()
                && Noise.isAbove(facts.losses().end(), HALF * facts.plan().priorLoss());
    }
}
