package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.model.NetworkTraits;
import java.util.Optional;

/** Batches that are the same in each epoch, or have one or two rows where a layer normalises by what a batch has in common. */
final class BatchConstructionRule implements Rule {
    private static final int FEW = 2;

    /** A correlation of losses that mixed batches do not come to, over as many pairs of epochs. */
    private static final double ALIKE = 0.5;

    private static final int PAIRS = 3;

    private static final double HALF = 0.5;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        TrialPlan plan = facts.plan();
        NetworkTraits network = plan.network();
        Severity severity = facts.isHarmed() || facts.lack() > HALF ? Severity.WARNING : Severity.INFO;
        if (network != null && network.normalisesBatches() && rowsAtOnce(plan) <= FEW) {
            return Optional.of(FindingCode.BATCH_CONSTRUCTION.finding(
                    severity,
                    "batch normalisation takes its mean and deviation from batches of " + rowsAtOnce(plan)
                            + (rowsAtOnce(plan) == 1 ? " row" : " rows") + ", which hardly have any",
                    withNoise(facts, new Evidence().with("batch-size", rowsAtOnce(plan))),
                    "take batches of 16 rows or more, or another normalisation"));
        }
        if (facts.batches().pairs() >= PAIRS && facts.batches().likeness() > ALIKE) {
            return Optional.of(FindingCode.BATCH_CONSTRUCTION.finding(
                    severity,
                    "the losses of an epoch go up and down as those of the epoch before (correlation "
                            + ShortNumber.of(facts.batches().likeness())
                            + "): batches are the same each time, and rows are not mixed",
                    new Evidence()
                            .with("correlation", facts.batches().likeness())
                            .with("pairs-of-epochs", facts.batches().pairs()),
                    "shuffle the rows before each epoch"));
        }
        return Optional.empty();
    }

    private static Evidence withNoise(TrialFacts facts, Evidence evidence) {
        double scale = facts.noiseScale();
        return Double.isNaN(scale) ? evidence : evidence.with("gradient-noise-scale", scale);
    }

    private static int rowsAtOnce(TrialPlan plan) {
        return plan.handling() == null ? plan.batchSize() : plan.handling().rowsAtOnce();
    }
}
