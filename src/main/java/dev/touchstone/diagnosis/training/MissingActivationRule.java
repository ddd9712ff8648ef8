package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.model.NetworkTraits;
import java.util.Optional;

/**
 * Hidden layers that are multiplied by the next weights with no activation between: together they can do no more than one
 * layer can.
 */
final class MissingActivationRule implements Rule {
    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        NetworkTraits network = facts.plan().network();
        if (network == null || network.linear().isEmpty()) {
            return Optional.empty();
        }
        boolean all = network.linear().size() == network.hidden();
        return Optional.of(FindingCode.MISSING_ACTIVATION.finding(
                facts.severityOfCertain(),
                (all
                                ? "no hidden layer has an activation"
                                : "layer " + String.join(", ", network.linear()) + " has no activation")
                        + ": with the weights that follow it can do no more than one layer can",
                new Evidence().with("layers", network.linear()).with("hidden-layers", network.hidden()),
                "give it one, such as relu"));
    }
}
