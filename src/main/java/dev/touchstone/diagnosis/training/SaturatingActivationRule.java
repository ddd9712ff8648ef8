package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import java.util.Optional;

/** A hidden layer whose sigmoid or tanh units are flat, so that hardly any gradient passes them. */
final class SaturatingActivationRule implements Rule {
    /** SageMaker Debugger, SaturatedActivation: over half of a layer. */
    private static final double MOST = 0.5;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        return facts.hiddenLayer(layer -> layer.saturatedShare() > MOST)
                .map(layer -> FindingCode.SATURATING_ACTIVATION.finding(
                        facts.severity(),
                        "more than half of the activations of layer " + layer + " are saturated",
                        new Evidence()
                                .with("layer", layer)
                                .with("looks", facts.looks().size()),
                        "use relu, normalise the inputs, or lower the learning rate"));
    }
}
