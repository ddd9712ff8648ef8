package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.Severity;
import dev.touchstone.training.StoppingDecision;
import dev.touchstone.training.StoppingRule;
import dev.touchstone.training.TrainingLook;
import dev.touchstone.training.TrainingOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that rules know of a trial's training.
 *
 * @param losses of all iterations
 * @param batches whether they are the same in each epoch
 * @param looks into the network while it trained, in their order
 * @param best null when the training ended without
 * @param decision why the training ended; null when it broke off
 * @param notFinite how the training broke off, null when it did not
 */
public record TrialFacts(
        TrialPlan plan,
        LossCurve losses,
        RepeatedBatches batches,
        List<EpochFacts> epochs,
        List<TrainingLook> looks,
        @Nullable BestEpoch best,
        @Nullable StoppingDecision decision,
        TrainingOutcome.@Nullable NotFinite notFinite) {
    private static final double HALF = 0.5;
    private static final double QUARTER = 0.25;
    private static final double ALMOST_ALL = 0.9;
    private static final double DIVERGING = 2;

    /** An order of magnitude: rows that are hard by themselves do not come to it over an eighth of a training. */
    private static final double FAR = 10;

    /**
     * The mean loss at the end, as in inference where it is known, and always so where training goes by another loss than
     * that of the task; NaN when no epoch ended.
     */
    double endLoss() {
        if (losses.isEmpty()) {
            return Double.NaN;
        }
        if (best == null) {
            return losses.end().getMean();
        }
        return plan.goesByTaskLoss() ? Math.min(best.trainLoss(), losses.end().getMean()) : best.trainLoss();
    }

    /** The share of the loss of knowing nothing that training took away: 1 when all of it, below 0 when it made it worse. */
    double learnt() {
        return 1 - endLoss() / plan.priorLoss();
    }

    /**
     * Whether training took away less than half of the loss of knowing nothing. What else looks odd does no harm in a
     * training that did.
     */
    boolean isImpaired() {
        return !(learnt() >= HALF);
    }

    /** Whether more than a tenth of the loss of knowing nothing is left, and a notable part of the way on train rows, too. */
    boolean leavesMuch() {
        return shortfall().isUnderfit() && learnt() < ALMOST_ALL;
    }

    /**
     * Whether what looks odd did harm: training took little of its loss away though the rows may tell more, falls short of
     * what they tell, or left a class out.
     */
    boolean isHarmed() {
        return notFinite != null
                || (isImpaired() && !shortfall().surpassesNeighbours())
                || shortfall().fallsShort()
                || NeglectedClass.of(this).isPresent();
    }

    /** What a finding weighs that costs quality only where there is harm. */
    Severity severity() {
        return isHarmed() ? Severity.WARNING : Severity.INFO;
    }

    /**
     * What a finding weighs whose cause the configuration shows for sure, so that it needs less harm: a notable part of the
     * way is missing, beyond noise.
     */
    Severity severityOfCertain() {
        return comesShort() ? Severity.WARNING : Severity.INFO;
    }

    /** Whether it came to harm, or a notable part of the way is missing beyond noise. */
    boolean comesShort() {
        return isHarmed() || shortfall().clearlyLacks();
    }

    /**
     * Whether an eighth of the training cost more than twice what knowing nothing does, though it began below that: steps
     * led there (TheDeepChecker calls a loss that doubles diverging).
     */
    boolean leaps() {
        if (losses.isEmpty()) {
            return false;
        }
        double most = DIVERGING * plan.priorLoss();
        boolean beyond = !plan.isNoisy()
                && losses.highest().getMean() > FAR * plan.priorLoss(); // a few losses that are huge scatter as much
        return losses.first() < most && (beyond || Noise.isAbove(losses.highest(), most));
    }

    /** Whether early stopping ended the training. */
    boolean isStoppedEarly() {
        return decision != null && decision.rule().isEarly() && !epochs.isEmpty() && epochs.size() < plan.epochs();
    }

    /** Whether early stopping watched a metric. */
    boolean isWatched(String metric) {
        return decision != null
                && decision.watched() != null
                && decision.watched().metric().equals(metric);
    }

    /** Whether the clock ended the training before all that was planned was done. */
    boolean isCutByTime() {
        return decision != null && decision.rule() == StoppingRule.SECONDS && !epochs.isEmpty();
    }

    /** Whether the training loss still falls in the last quarter. */
    boolean isStillFalling() {
        return losses.fallsInQuarterTo(1);
    }

    /**
     * Whether the training could have gone on to fall: it still does, or it did before a falling schedule brought it to rest
     * with more than a tenth of the loss of knowing nothing left.
     */
    boolean isCutShort() {
        boolean broughtToRest = plan.endRate() < HALF * plan.learningRate() && learnt() < ALMOST_ALL;
        return isStillFalling() || (broughtToRest && losses.fallsInQuarterTo(1 - QUARTER));
    }

    /** What training would still take away of the loss of knowing nothing, as a share of it, if it slowed down as it did. */
    double ahead() {
        return losses.ahead() / plan.priorLoss();
    }

    /**
     * Whether half of what is missing, and more than the noise of the value hides, was still ahead, for validation rows too:
     * they keep up with train rows.
     */
    boolean isOnItsWay() {
        Shortfall shortfall = shortfall();
        return shortfall.isUnderfit()
                && isStillFalling()
                && ValidationLosses.of(epochs).areLowestLate()
                && ahead() > Math.max(shortfall.noise(), HALF * shortfall.mistakes(shortfall.lack()));
    }

    /** What its steps did. */
    Steps steps() {
        return new Steps(iterations(), looks);
    }

    /** How many there were. */
    long iterations() {
        return losses.isEmpty() ? 0 : losses.stretch(0, 1).getN();
    }

    /** What is missing on the way from the baseline to answers that are all right. */
    Shortfall shortfall() {
        return new Shortfall(plan, best);
    }
}
