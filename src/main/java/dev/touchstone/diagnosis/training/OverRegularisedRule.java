package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.training.TrainingLook;
import java.util.Optional;

/**
 * A training that learnt little because a penalty outweighs its loss, or weight decay shrinks what is learnt faster than it
 * grows, or because what it learnt shows only once dropout is off.
 */
final class OverRegularisedRule implements Rule {
    /** TheDeepChecker: regularisation overwhelms from twice the loss. */
    private static final double PENALTY = 2;

    /** After three of its lifetimes 5 % of a weight is left. */
    private static final double LIFETIMES = 3;

    /** Of a step, and of the loss of knowing nothing. */
    private static final double HALF = 0.5;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        BestEpoch best = facts.best();
        if (best == null
                || !facts.isImpaired()
                || facts.leaps()
                || facts.looks().isEmpty()) {
            return Optional.empty();
        }
        TrainingLook last = facts.looks().get(facts.looks().size() - 1);
        double decayed = facts.median(look -> look.learningRate() * facts.plan().weightDecay() / look.updateRatio());
        double lifetimes = facts.plan().weightDecay()
                * facts.plan().batchesAnEpoch()
                * facts.epochs().stream().mapToDouble(EpochFacts::learningRate).sum();
        double hidden = (facts.losses().end().getMean() - best.trainLoss())
                / facts.plan().priorLoss();
        String how;
        if (last.penalty() > PENALTY * last.loss()) {
            how = "the penalty outweighs the loss";
        } else if (lifetimes > LIFETIMES && decayed > HALF) {
            how = "most of each step is weight decay";
        } else if (hidden > HALF) {
            how = "dropout hides what was learnt";
        } else {
            return Optional.empty();
        }
        return Optional.of(FindingCode.OVER_REGULARISED.finding(
                Severity.WARNING,
                how + ", and only " + Math.round(100 * facts.learnt())
                        + " % of the loss of knowing nothing was learnt away",
                new Evidence()
                        .with("penalty", last.penalty())
                        .with("loss", last.loss())
                        .with("weight-decay-lifetimes", lifetimes)
                        .with("share-of-weight-decay", decayed)
                        .with("loss-hidden-by-dropout", hidden),
                "lower weight decay, dropout or the penalties"));
    }
}
