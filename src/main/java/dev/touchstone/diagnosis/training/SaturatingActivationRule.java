package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.model.NetworkTraits;
import java.util.Optional;

/**
 * A hidden layer whose sigmoid or tanh units are flat, so that hardly any gradient passes them, or one of softmax; or several of
 * sigmoid in a training that came to harm.
 */
final class SaturatingActivationRule implements Rule {
    /** SageMaker Debugger, SaturatedActivation: over half of a layer. */
    private static final double MOST = 0.5;

    private static final int SEVERAL = 2;

    /** The largest derivative of sigmoid (Glorot and Bengio 2010 advise against it in deep networks). */
    private static final double STEEPEST = 0.25;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        return ofSharing(facts).or(() -> ofFlat(facts)).or(() -> ofSquashing(facts));
    }

    private static Optional<Finding> ofSharing(TrialFacts facts) {
        NetworkTraits network = facts.plan().network();
        if (network == null || network.sharing().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.SATURATING_ACTIVATION.finding(
                facts.severityOfCertain(),
                "the units of layer " + String.join(", ", network.sharing())
                        + " share out 1 among them (softmax), which leaves each of them next to nothing",
                new Evidence().with("layers", network.sharing()),
                "use relu in hidden layers"));
    }

    /** Of several layers after each other hardly any gradient is left, wherever on their curve the units are. */
    private static Optional<Finding> ofSquashing(TrialFacts facts) {
        NetworkTraits network = facts.plan().network();
        if (network == null || network.squashing().size() < SEVERAL || !facts.isHarmed()) {
            return Optional.empty();
        }
        int layers = network.squashing().size();
        return Optional.of(FindingCode.SATURATING_ACTIVATION.finding(
                Severity.WARNING,
                layers + " hidden layers are of sigmoid, which passes on a quarter of a gradient at most: together "
                        + ShortNumber.of(100 * Math.pow(STEEPEST, layers)) + " %",
                new Evidence().with("layers", network.squashing()),
                "use relu or tanh in hidden layers"));
    }

    private static Optional<Finding> ofFlat(TrialFacts facts) {
        return MostLooks.hidden(facts.looks(), layer -> layer.saturatedShare() > MOST)
                .map(layer -> FindingCode.SATURATING_ACTIVATION.finding(
                        facts.plan().isNoisy() || facts.plan().dropsMost() // which drive units there
                                ? Severity.INFO
                                : facts.severity(),
                        "more than half of the activations of layer " + layer + " are saturated",
                        new Evidence()
                                .with("layer", layer)
                                .with("looks", facts.looks().size()),
                        "use relu, normalise the inputs, or lower the learning rate"));
    }
}
