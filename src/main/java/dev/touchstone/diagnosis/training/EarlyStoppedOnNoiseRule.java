package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Early stopping that ended a training whose validation loss still fell: the objective stood still in its noise. */
final class EarlyStoppedOnNoiseRule implements Rule {
    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        BestEpoch best = facts.best();
        Integer patience = facts.plan().patience();
        if (best == null || patience == null || !facts.isStoppedEarly()) {
            return Optional.empty();
        }
        double[] since = facts.epochs().stream()
                .filter(epoch -> epoch.epoch() >= best.epoch())
                .mapToDouble(EpochFacts::validationLoss)
                .toArray();
        if (!Noise.falls(since)) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.EARLY_STOPPED_ON_NOISE.finding(
                facts.severity(),
                "training stopped after " + patience + " epochs without a better "
                        + facts.plan().metric()
                        + ", while the validation loss fell from " + ShortNumber.of(since[0]) + " to "
                        + ShortNumber.of(since[since.length - 1]),
                new Evidence()
                        .with("best-epoch", best.epoch())
                        .with(
                                "validation-losses",
                                DoubleStream.of(since).boxed().toList()),
                "set training: {early-stopping: {patience: " + 2 * patience + "}}, or rank on a finer metric"));
    }
}
