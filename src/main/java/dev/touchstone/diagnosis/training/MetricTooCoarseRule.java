package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import java.util.Optional;

/** A metric that stood still in most epochs of a training that early stopping ended, while the validation loss moved. */
final class MetricTooCoarseRule implements Rule {
    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        if (!facts.isStoppedEarly() || !facts.isWatched(facts.plan().metric())) {
            return Optional.empty();
        }
        int still = 0;
        for (int i = 1; i < facts.epochs().size(); i++) {
            EpochFacts before = facts.epochs().get(i - 1);
            EpochFacts epoch = facts.epochs().get(i);
            still += epoch.value() == before.value() && epoch.validationLoss() != before.validationLoss() ? 1 : 0;
        }
        int changes = facts.epochs().size() - 1;
        if (still <= changes / 2) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.METRIC_TOO_COARSE.finding(
                Severity.INFO,
                facts.plan().metric() + " did not move in " + still + " of " + changes
                        + " epochs, while the validation loss did",
                new Evidence().with("still", still).with("changes", changes),
                "rank on the loss, or put more rows into validation"));
    }
}
