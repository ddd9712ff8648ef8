package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.model.LossFunction;
import dev.touchstone.model.NetworkTraits;
import dev.touchstone.model.NetworkTraits.Target;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A loss that is made for another kind of answers than the data have. */
final class WrongLossRule implements Rule {
    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        NetworkTraits network = facts.plan().network();
        if (network == null || suitable(network).contains(network.target())) {
            return Optional.empty();
        }
        LossFunction usual = LossFunction.usual(network.task());
        return Optional.of(FindingCode.WRONG_LOSS.finding(
                facts.severity(),
                network.loss() + " is no loss for " + network.taskWords(),
                new Evidence().with("loss", network.loss()).with("task", network.taskWords()),
                "use " + usual.specName() + " with "
                        + usual.activation(network.task()).specName()));
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
