package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import java.util.Optional;

/** A hidden layer of which more than half of the units give 0 for all rows of most looks. A warning where harm was done. */
final class DeadUnitsRule implements Rule {
    /** SageMaker Debugger, DeadRelu: over half of a layer. */
    private static final double MOST = 0.5;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        return MostLooks.hidden(facts.looks(), layer -> layer.deadShare() > MOST)
                .map(layer -> FindingCode.DEAD_UNITS.finding(
                        isHarmed(facts) ? Severity.WARNING : Severity.INFO,
                        "more than half of the units of layer " + layer + " give 0 for every row looked at",
                        new Evidence()
                                .with("layer", layer)
                                .with("looks", facts.looks().size()),
                        "lower the learning rate, or use another activation than relu"));
    }

    /** Sound networks of relu have such layers, too: harm must be beyond the noise of what is measured. */
    private static boolean isHarmed(TrialFacts facts) {
        return facts.isHarmed()
                && (!facts.shortfall().fallsShort()
                        || facts.isImpaired()
                        || facts.shortfall().clearlyFallsShort());
    }
}
