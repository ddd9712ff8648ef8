package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.model.NetworkTraits;
import dev.touchstone.training.TrainingLook;
import java.util.Optional;
import org.apache.commons.math3.stat.descriptive.StatisticalSummaryValues;

/**
 * A training loss that rose again after it had fallen, losing half of what was learnt or more, or ended above that of
 * knowing nothing, or at twice that and its start; one that leapt to twice that, for information where it came to no harm by
 * it; or one that learnt little in steps of more than a tenth of the weights (TheDeepChecker). Or momentum that adds up more
 * steps than there were, or units that the first steps have killed.
 */
final class LearningRateTooHighRule implements Rule {
    /** Iterations: the variance of fewer than eight losses in an eighth says little. */
    private static final int FEWEST = 64;

    /** Half of what was learnt. */
    private static final double LOST = 0.5;

    /** TheDeepChecker calls a loss that doubles diverging. */
    private static final double DIVERGED = 2;

    /** TheDeepChecker: log10 of the ratio of update to weights above -1. */
    private static final double LARGE = 0.1;

    /** The step of a coarse search. */
    private static final double TEN = 10;

    /** Momentum that is not to be blamed where there are fewer steps than it adds up. */
    private static final double USUAL = 0.9;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        return ofCourse(facts).or(() -> ofMomentum(facts)).or(() -> ofDeath(facts));
    }

    /** Units that steps have killed: they have no gradient by which to come back. */
    private static Optional<Finding> ofDeath(TrialFacts facts) {
        if (!facts.isHarmed() || facts.plan().isNarrow()) {
            return Optional.empty();
        }
        return KilledLayer.of(facts)
                .map(layer -> FindingCode.LEARNING_RATE_TOO_HIGH.finding(
                        Severity.WARNING,
                        "the first steps have killed all units of layer " + layer
                                + ": what comes to it has grown, and it gives 0 for every row",
                        new Evidence()
                                .with("learning-rate", facts.plan().learningRate())
                                .with("layer", layer),
                        lower(facts)));
    }

    private static String lower(TrialFacts facts) {
        return "lower the learning rate to about " + ShortNumber.of(facts.plan().learningRate() / TEN)
                + ", or warm it up";
    }

    /** What train rows cost least: over an eighth of training or, where nothing makes training dearer, in the best epoch. */
    private static double lowest(TrialFacts facts) {
        double lowest = facts.losses().lowest().getMean();
        BestEpoch best = facts.best();
        NetworkTraits network = facts.plan().network();
        boolean dearer = facts.plan().augments()
                || (network != null && !network.restraints().isEmpty());
        return best == null || dearer || !facts.plan().goesByTaskLoss() ? lowest : Math.min(lowest, best.trainLoss());
    }

    /** Momentum that adds up more steps than there were, so that it has never come to rest. */
    private static Optional<Finding> ofMomentum(TrialFacts facts) {
        double momentum =
                facts.plan().handling() == null ? 0 : facts.plan().handling().momentum();
        double steps = 1 / (1 - momentum);
        if (facts.notFinite() != null
                || facts.iterations() == 0
                || facts.steps().areFew() // which no momentum is to blame for
                || momentum <= USUAL
                || !(steps > facts.iterations())) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.LEARNING_RATE_TOO_HIGH.finding(
                facts.severityOfCertain(),
                "momentum of " + momentum + " adds up " + ShortNumber.of(steps) + " steps, and there were "
                        + facts.iterations() + ": the way they went at first was never forgotten",
                new Evidence().with("momentum", momentum).with("iterations", facts.iterations()),
                "lower momentum to 0.9, where ten steps add up"));
    }

    private static Optional<Finding> ofCourse(TrialFacts facts) {
        if (facts.losses().isEmpty() || facts.notFinite() != null) {
            return Optional.empty();
        }
        double prior = facts.plan().priorLoss();
        StatisticalSummaryValues end = facts.losses().end();
        double lowest = lowest(facts);
        boolean worse = Noise.isAbove(end, prior) && facts.endLoss() > prior;
        boolean risen = facts.iterations() >= FEWEST
                && (Noise.isAbove(end, facts.losses().lowest())
                        || (Noise.isAbove(end, lowest) && prior - lowest > LossCurve.STAGNATED * prior))
                && end.getMean() - lowest > LOST * Math.max(0, prior - lowest);
        double ratio = facts.steps().median(TrainingLook::updateRatio);
        boolean large = facts.isImpaired() && ratio > LARGE && !facts.plan().restrains("bound of the norm");
        boolean leaps = facts.leaps();
        double highest = facts.losses().highest().getMean();
        boolean farAbove = Math.min(end.getMean(), facts.endLoss())
                > DIVERGED * Math.max(prior, facts.losses().first());
        boolean harms = (risen && facts.isHarmed()) || large || farAbove;
        if (!harms && !leaps) {
            return Optional.empty();
        }
        String how;
        if (leaps) {
            how = "leapt to " + ShortNumber.of(highest);
        } else if (risen) {
            how = "rose again, from " + ShortNumber.of(lowest) + " to " + ShortNumber.of(end.getMean());
        } else if (farAbove) {
            how = "rose from " + ShortNumber.of(facts.losses().first()) + " to " + ShortNumber.of(end.getMean());
        } else {
            how = "ended at " + ShortNumber.of(facts.endLoss()) + " after steps of " + ShortNumber.of(100 * ratio)
                    + " % of the weights";
        }
        return Optional.of(FindingCode.LEARNING_RATE_TOO_HIGH.finding(
                worse ? Severity.ERROR : harms ? Severity.WARNING : facts.severityOfCertain(),
                "the training loss " + how + ", where knowing nothing costs " + ShortNumber.of(prior)
                        + ": the steps are too large",
                new Evidence()
                        .with("learning-rate", facts.plan().learningRate())
                        .with("lowest-loss", lowest)
                        .with("highest-loss", highest)
                        .with("end-loss", end.getMean())
                        .with("loss-of-knowing-nothing", prior)
                        .with("update-ratio", ratio),
                lower(facts)));
    }
}
