package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.model.NetworkTraits;
import java.util.Optional;

/** A hidden layer whose sigmoid or tanh units are flat, so that hardly any gradient passes them, or one of softmax. */
final class SaturatingActivationRule implements Rule {
    /** SageMaker Debugger, SaturatedActivation: over half of a layer. */
    private static final double MOST = 0.5;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        return ofSharing(facts).or(() -> ofFlat(facts));
    }

    private static Optional<Finding> ofSharing(TrialFacts facts) {
        NetworkTraits network = facts.plan().network();
        if (network == null || network.sharing().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.SATURATING_ACTIVATION.finding(
                facts.severity(),
                "the units of layer " + String.join(", ", network.sharing())
                        + " share out 1 among them (softmax), which leaves each of them next to nothing",
                new Evidence().with("layers", network.sharing()),
                "use relu in hidden layers"));
    }

    private static Optional<Finding> ofFlat(TrialFacts facts) {
        return MostLooks.hidden(facts.looks(), layer -> layer.saturatedShare() > MOST)
                .map(layer -> FindingCode.SATURATING_ACTIVATION.finding(
                        facts.severity(),
                        "more than half of the activations of layer " + layer + " are saturated",
                        new Evidence()
                                .with("layer", layer)
                                .with("looks", facts.looks().size()),
                        "use relu, normalise the inputs, or lower the learning rate"));
    }
}
