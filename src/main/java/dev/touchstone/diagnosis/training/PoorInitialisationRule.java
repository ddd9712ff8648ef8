package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.model.NetworkTraits;
import dev.touchstone.training.TrainingLook;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;

/**
 * A network that does not recover from how it starts: all weights of a layer alike, so that its units stay alike; units of
 * which hardly anything is left from layer to layer, or no gradient; or answers far surer than guessing.
 */
final class PoorInitialisationRule implements Rule {
    /** TheDeepChecker: a first loss that exceeds that of guessing by as much again. */
    private static final double POOR = 2;

    /**
     * Of the first layer's activations, and of the largest layer's gradient; He et al. (2015) keep both near 1, and every tenfold
     * loss is a layer that passes nothing on.
     */
    private static final double FADED = 0.01;

    /** Of the largest layer's gradient (AUTOTRAINER, ICSE 2021): that needs less harm. */
    private static final double VANISHED = 1e-3;

    /** Of the loss of knowing nothing: who has learnt so much got away from where it started. */
    private static final double ALMOST_ALL = 0.9;

    /** Of the weights. */
    private static final double NOTABLE = 0.1;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        if (!facts.comesShort()) {
            return Optional.empty();
        }
        Optional<Finding> alike = ofWeightsAlike(facts);
        if (alike.isPresent()) {
            return alike;
        }
        boolean isAsItStarted = isAsItStarted(facts);
        if (!facts.isHarmed()) {
            return isAsItStarted && facts.learnt() < ALMOST_ALL ? ofLostGradient(facts, VANISHED) : Optional.empty();
        }
        return (isAsItStarted ? ofFading(facts).or(() -> ofLostGradient(facts, FADED)) : Optional.<Finding>empty())
                .or(() -> ofLoss(facts));
    }

    /** Whether the first look shows how the network started: steps of its size could not have changed the weights by themselves by then. */
    private static boolean isAsItStarted(TrialFacts facts) {
        if (facts.looks().isEmpty() || facts.notFinite() != null) {
            return false;
        }
        TrainingLook first = facts.looks().get(0);
        return first.iteration() * first.updateRatio() < 1
                && KilledLayer.of(facts).isEmpty();
    }

    private static Optional<Finding> ofWeightsAlike(TrialFacts facts) {
        NetworkTraits network = facts.plan().network();
        if (network == null || network.alike().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.POOR_INITIALISATION.finding(
                Severity.WARNING,
                "the weights of layer " + String.join(", ", network.alike())
                        + " all start at one value, so that its units stay as each other",
                new Evidence().with("layers", network.alike()),
                "draw them at random, as the activation wants it"));
    }

    private static Optional<Finding> ofFading(TrialFacts facts) {
        if (isRestrained(facts.plan()) || facts.leaps()) {
            return Optional.empty();
        }
        List<TrainingLook.LayerLook> layers = facts.looks().get(0).layers();
        if (layers.size() < 3) {
            return Optional.empty();
        }
        double first = layers.get(0).activationScale();
        double last = layers.get(layers.size() - 2).activationScale();
        if (!(last < FADED * first) || last == 0) { // units that give nothing at all are dead
            return Optional.empty();
        }
        return Optional.of(FindingCode.POOR_INITIALISATION.finding(
                Severity.WARNING,
                "of the activations of the first layer, " + ShortNumber.of(first) + ", " + ShortNumber.of(last)
                        + " are left in the last hidden one at the first look",
                new Evidence().with("first-activations", first).with("last-activations", last),
                "draw larger weights, as the activation wants it, or use fewer layers"));
    }

    /** A gradient of which at the first look some layer has got hardly anything, as weights that are too small on its way leave it. */
    private static Optional<Finding> ofLostGradient(TrialFacts facts, double share) {
        if (isRestrainedByThen(facts)
                || facts.plan().isNarrow() // a single unit after normalisation passes on next to nothing
                || facts.leaps()) {
            return Optional.empty();
        }
        List<TrainingLook.LayerLook> layers = facts.looks().get(0).layers();
        DoubleSummaryStatistics norms = layers.stream()
                .filter(layer -> !layer.frozen())
                .mapToDouble(TrainingLook.LayerLook::gradientNorm)
                .filter(norm -> norm > 0) // units that pass on nothing at all are dead
                .summaryStatistics();
        if (layers.size() < 3 || !(norms.getMin() < share * norms.getMax())) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.POOR_INITIALISATION.finding(
                Severity.WARNING,
                "at the first look a layer has a gradient of " + ShortNumber.of(norms.getMin()) + " where another has "
                        + ShortNumber.of(norms.getMax()),
                new Evidence().with("smallest-gradient", norms.getMin()).with("largest-gradient", norms.getMax()),
                "draw larger weights, as the activation wants it, or use fewer layers"));
    }

    /** The same of the first look, by when little weight decay has taken next to nothing. */
    private static boolean isRestrainedByThen(TrialFacts facts) {
        TrialPlan plan = facts.plan();
        double decayed =
                plan.learningRate() * plan.weightDecay() * facts.looks().get(0).iteration();
        return decayed > NOTABLE || isRestrainedBut(plan);
    }

    /** Whether something else than where they started may have made weights small or the first loss large. */
    private static boolean isRestrained(TrialPlan plan) {
        return plan.weightDecay() > 0 || isRestrainedBut(plan);
    }

    /** Whether something else than weight decay may have. */
    private static boolean isRestrainedBut(TrialPlan plan) {
        NetworkTraits network = plan.network();
        return plan.augments()
                || (network != null && network.restraints().stream().anyMatch(word -> !word.equals("dropout")));
    }

    private static Optional<Finding> ofLoss(TrialFacts facts) {
        double first = facts.losses().first();
        double prior = facts.plan().priorLoss();
        if (!facts.plan().classes()
                || !facts.isImpaired()
                || !facts.steps().areSound()
                || isRestrained(facts.plan())
                || facts.plan().restrains("dropout") // which makes the first loss larger by itself
                || facts.endLoss() > first
                || facts.shortfall().lack()
                        < facts.shortfall().neighboursLack() // nothing shows that there was more to learn
                || facts.isStillFalling()
                || !(first > POOR * prior)) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.POOR_INITIALISATION.finding(
                Severity.WARNING,
                "the loss starts at " + ShortNumber.of(first) + " where knowing nothing costs " + ShortNumber.of(prior)
                        + ", and training does not make up for it",
                new Evidence().with("first-loss", first).with("loss-of-knowing-nothing", prior),
                "normalise the inputs, or draw smaller weights"));
    }
}
