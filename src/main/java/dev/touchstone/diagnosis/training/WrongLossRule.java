package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.model.LossFunction;
import dev.touchstone.model.NetworkTraits;
import dev.touchstone.model.NetworkTraits.Target;
import java.util.DoubleSummaryStatistics;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A loss that is made for another kind of answers than the data have. */
final class WrongLossRule implements Rule {
    /** Tenfold, as of scales. */
    private static final double BEYOND = 10;

    /** Huber (1964) bends at about one deviation; a hundredth of it leaves a hundredth of the gradient. */
    private static final double FLAT = 0.01;

    /** Of the way from the baseline to answers that are all right. */
    private static final double NOTABLE = 0.1;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        NetworkTraits network = facts.plan().network();
        if (network == null) {
            return Optional.empty();
        }
        if (suitable(network).contains(network.target())) {
            return ofWeights(facts, network).or(() -> ofBend(facts, network));
        }
        LossFunction usual = LossFunction.usual(network.task());
        return Optional.of(FindingCode.WRONG_LOSS.finding(
                facts.severityOfCertain(),
                network.loss() + " is no loss for " + network.taskWords(),
                new Evidence().with("loss", network.loss()).with("task", network.taskWords()),
                "use " + usual.specName() + " with "
                        + usual.activation(network.task()).specName()));
    }

    /** Weights that one class gets which its rarity does not ask for. */
    private static Optional<Finding> ofWeights(TrialFacts facts, NetworkTraits network) {
        double asked = asked(facts);
        if (!(network.heaviest() > (facts.best() == null ? 1 : BEYOND) * asked)) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.WRONG_LOSS.finding(
                facts.notFinite() != null || facts.shortfall().lack() > NOTABLE ? Severity.WARNING : Severity.INFO,
                "the loss counts a class " + ShortNumber.of(network.heaviest())
                        + " times as much as another, where train has it " + ShortNumber.of(asked)
                        + " times as rarely at most",
                new Evidence().with("weights", network.heaviest()).with("shares", asked),
                "set class-weights: balanced, or none"));
    }

    /** How many times as rare the rarest class is as the most frequent; where that is not known, as rare as one row. */
    private static double asked(TrialFacts facts) {
        if (facts.best() == null) {
            return facts.plan().trainRows();
        }
        DoubleSummaryStatistics shares = facts.best().classes().stream()
                .mapToDouble(BestEpoch.OfClass::trainShare)
                .filter(share -> share > 0)
                .summaryStatistics();
        return shares.getMax() / shares.getMin();
    }

    /** A loss that stops growing with the square of the error long before errors are small. */
    private static Optional<Finding> ofBend(TrialFacts facts, NetworkTraits network) {
        if (!(network.bend() < FLAT)) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.WRONG_LOSS.finding(
                facts.severity(),
                network.loss() + " bends at " + ShortNumber.of(network.bend())
                        + " of the target's deviations: its gradient is never larger than that",
                new Evidence().with("bend", network.bend()),
                "set delta: 1, or use mse"));
    }

    private static Set<Target> suitable(NetworkTraits network) {
        return switch (network.task()) {
            case CLASSIFICATION ->
                network.answers() == 2
                        ? EnumSet.of(Target.CLASS, Target.YES_OR_NO, Target.UNKNOWN)
                        : EnumSet.of(Target.CLASS, Target.UNKNOWN);
            case MULTI_LABEL -> EnumSet.of(Target.YES_OR_NO, Target.UNKNOWN);
            case REGRESSION -> EnumSet.of(Target.NUMBER, Target.COUNT, Target.UNKNOWN);
        };
    }
}
