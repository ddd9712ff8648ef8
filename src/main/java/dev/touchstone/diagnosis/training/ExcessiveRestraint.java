package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.model.NetworkTraits;
import java.util.Optional;

/** Finds what holds a training back by more than any network needs, as its configuration and its first loss show. */
final class ExcessiveRestraint {
    /** Variance, the largest that Neelakantan et al. (2015) take. */
    private static final double NOISE = 1;

    /** TheDeepChecker: a first loss that exceeds that of guessing by as much again. */
    private static final double POOR = 2;

    /** Of the weights, in a step. */
    private static final double HALF = 0.5;

    private ExcessiveRestraint() {}

    /** Whatever there is of a training that came to harm. */
    static Optional<Finding> of(TrialFacts facts) {
        return ofPlan(facts).or(() -> ofNoise(facts)).or(() -> ofDropout(facts));
    }

    /** Noise or decay that by themselves leave nothing of what is learnt. */
    private static Optional<Finding> ofPlan(TrialFacts facts) {
        double decay = facts.plan().learningRate() * facts.plan().weightDecay();
        double noise =
                facts.plan().handling() == null ? 0 : facts.plan().handling().gradientNoise();
        if (!(noise > NOISE) && !(decay > HALF)) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.OVER_REGULARISED.finding(
                facts.notFinite() == null ? Severity.WARNING : Severity.ERROR,
                noise > NOISE
                        ? "the gradient is given noise of variance " + ShortNumber.of(noise) + ", where 1 is much"
                        : "weight decay takes " + ShortNumber.of(100 * decay) + " % of the weights in a step",
                new Evidence().with("gradient-noise", noise).with("share-of-weights", decay),
                noise > NOISE ? "lower the gradient noise" : "lower weight decay"));
    }

    /** Noise of the weights that makes the first losses far larger than those of knowing nothing: no step has led there. */
    private static Optional<Finding> ofNoise(TrialFacts facts) {
        double prior = facts.plan().priorLoss();
        if (facts.losses().isEmpty()
                || !facts.plan().hasNoisyWeights()
                || !(facts.losses().first() > POOR * prior)) {
            return Optional.empty();
        }
        double first = facts.losses().first();
        return Optional.of(FindingCode.OVER_REGULARISED.finding(
                facts.notFinite() == null ? Severity.WARNING : Severity.ERROR,
                "the noise of the weights (" + facts.plan().restraintsInWords() + ") makes the first loss "
                        + ShortNumber.of(first) + ", where knowing nothing costs " + ShortNumber.of(prior),
                new Evidence().with("first-loss", first).with("loss-of-knowing-nothing", prior),
                "lower drop-connect or weight noise"));
    }

    /** Dropout that leaves hardly anything of a layer: what is left counts as much more, so that losses may leap, too. */
    static Optional<Finding> ofDropout(TrialFacts facts) {
        NetworkTraits network = facts.plan().network();
        if (network == null || !facts.plan().dropsMost()) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.OVER_REGULARISED.finding(
                Severity.WARNING,
                "dropout takes away " + ShortNumber.of(100 * network.dropped()) + " % of a layer, where half is much",
                new Evidence().with("dropout", network.dropped()),
                "lower dropout to 0.5 or less"));
    }
}
