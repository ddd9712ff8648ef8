package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.model.LossFunction;
import dev.touchstone.model.NetworkTraits;
import dev.touchstone.model.NetworkTraits.Range;
import dev.touchstone.model.NetworkTraits.Target;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * An output whose activation cannot give what the data want, or gives more than they have: a third of the faults in
 * published programs (Humbatova et al., ICSE 2020). Numbers are learnt standardised, so half of them are below 0.
 */
final class WrongOutputActivationRule implements Rule {
    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        NetworkTraits network = facts.plan().network();
        if (network == null || suitable(network).contains(network.range())) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.WRONG_OUTPUT_ACTIVATION.finding(
                facts.severityOfCertain(),
                "an output of " + network.activation() + " does not give what " + network.taskWords() + " wants",
                new Evidence()
                        .with("activation", network.activation())
                        .with("loss", network.loss())
                        .with("task", network.taskWords()),
                "use "
                        + LossFunction.usual(network.task())
                                .activation(network.task())
                                .specName()));
    }

    private static Set<Range> suitable(NetworkTraits network) {
        return switch (network.task()) {
            case CLASSIFICATION ->
                network.answers() == 2 ? EnumSet.of(Range.SHARES, Range.PROBABILITIES) : EnumSet.of(Range.SHARES);
            case MULTI_LABEL -> EnumSet.of(Range.PROBABILITIES);
            case REGRESSION ->
                network.target() == Target.COUNT ? EnumSet.of(Range.NOT_NEGATIVE, Range.ANY) : EnumSet.of(Range.ANY);
        };
    }
}
