package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import java.util.Optional;

/** A hidden layer of which more than half of the units give 0 for all rows of most looks. */
final class DeadUnitsRule implements Rule {
    /** SageMaker Debugger, DeadRelu: over half of a layer. */
    private static final double MOST = 0.5;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        return facts.hiddenLayer(layer -> layer.deadShare() > MOST)
                .map(layer -> FindingCode.DEAD_UNITS.finding(
                        facts.severity(),
                        "more than half of the units of layer " + layer + " give 0 for every row looked at",
                        new Evidence()
                                .with("layer", layer)
                                .with("looks", facts.looks().size()),
                        "lower the learning rate, or use another activation than relu"));
    }
}
