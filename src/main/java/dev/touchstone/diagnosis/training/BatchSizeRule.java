package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import java.util.Optional;

/** Batches so large that an epoch has one or two steps, in a training that learnt little. */
final class BatchSizeRule implements Rule {
    private static final int FEW = 2;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        if (!facts.isHarmed() || facts.plan().batchesAnEpoch() > FEW) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.BATCH_SIZE.finding(
                Severity.WARNING,
                "an epoch has only " + facts.plan().batchesAnEpoch() + " steps: batches of "
                        + facts.plan().batchSize() + " from " + facts.plan().trainRows() + " rows",
                new Evidence()
                        .with("batch-size", facts.plan().batchSize())
                        .with("train-rows", facts.plan().trainRows()),
                "take smaller batches, or more epochs"));
    }
}
