package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.training.NoiseScale;
import java.util.Optional;

/**
 * Batches so large that an epoch has one or two steps, in a training that learnt little. For information where there are
 * more, but too few, and batches are far above the noise scale: then smaller ones would have taken more steps that are
 * hardly worse.
 */
final class BatchSizeRule implements Rule {
    private static final int FEW = 2;

    /** Times the noise scale, from where a step gets within a tenth of one without noise (McCandlish et al. 2018, eq. 2.7). */
    private static final double FAR_ABOVE = 10;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        boolean fewSteps = (facts.steps().areFew() || facts.steps().hardlyMoved())
                && facts.shortfall().clearlyLacks();
        if (!facts.isHarmed() && !fewSteps) {
            return Optional.empty();
        }
        if (facts.plan().batchesAnEpoch() <= FEW) {
            return Optional.of(finding(
                    facts,
                    Severity.WARNING,
                    "an epoch has only " + facts.plan().batchesAnEpoch() + " steps: batches of "
                            + facts.plan().batchSize() + " from " + facts.plan().trainRows() + " rows"));
        }
        if (isFarAbove(facts) && (facts.isCutShort() || facts.steps().haveHardlyBegun())) {
            return Optional.of(finding(
                    facts,
                    Severity.INFO,
                    "training ended while it still learnt, and its batches of "
                            + facts.plan().batchSize() + " rows take hardly better steps than far smaller ones"));
        }
        return Optional.empty();
    }

    private static Finding finding(TrialFacts facts, Severity severity, String cause) {
        Evidence evidence = new Evidence()
                .with("batch-size", facts.plan().batchSize())
                .with("train-rows", facts.plan().trainRows());
        boolean far = isFarAbove(facts);
        return FindingCode.BATCH_SIZE.finding(
                severity,
                cause
                        + (far
                                ? "; the gradient noise scale is about " + NoiseScale.roughly(BatchNoise.of(facts))
                                        + " rows"
                                : ""),
                BatchNoise.beside(facts, evidence),
                "take smaller batches, or more epochs");
    }

    private static boolean isFarAbove(TrialFacts facts) {
        return facts.plan().batchSize() > FAR_ABOVE * BatchNoise.of(facts);
    }
}
