package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.metric.Direction;
import dev.touchstone.model.NetworkTraits;
import java.util.Optional;

/**
 * Train rows are answered poorly by a training that has settled, and validation rows no worse. What the rows cannot tell at all
 * looks the same, so this is for information until an experiment tells, unless nearest neighbours show that they do, and
 * nothing else is to be seen that kept the network from it, or that a layer has fewer units than it takes to number the
 * classes.
 */
final class TooLittleCapacityRule implements Rule {
    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        BestEpoch best = facts.best();
        if (best == null
                || !facts.isImpaired()
                || !(facts.plan().isNarrow() || (!facts.isCutShort() && carriesOver(facts.plan(), best)))) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.TOO_LITTLE_CAPACITY.finding(
                isLeft(facts) ? Severity.WARNING : Severity.INFO,
                "validation rows do as well as train rows (" + facts.plan().metric() + " "
                        + ShortNumber.of(best.trainValue())
                        + " and " + ShortNumber.of(best.value()) + "), training has settled, and only "
                        + Math.round(100 * facts.learnt()) + " % of the loss of knowing nothing was learnt away",
                new Evidence()
                        .with("train-value", best.trainValue())
                        .with("validation-value", best.value())
                        .with("learnt", facts.learnt()),
                "try more units or layers; when that changes nothing, the features tell no more"));
    }

    private static boolean carriesOver(TrialPlan plan, BestEpoch best) {
        return plan.direction() == Direction.MAXIMISE
                ? best.trainInterval().low() <= best.interval().high()
                : best.interval().low() <= best.trainInterval().high();
    }

    /** Whether units are too few, or everything else that is looked at was sound. */
    private static boolean isLeft(TrialFacts facts) {
        NetworkTraits network = facts.plan().network();
        if (facts.plan().isNarrow()) {
            return true;
        }
        return facts.shortfall().fallsShort()
                && facts.steps().areSound()
                && !facts.leaps()
                && !facts.plan().augments()
                && !facts.plan().restrains()
                && (network == null || network.alike().isEmpty());
    }
}
