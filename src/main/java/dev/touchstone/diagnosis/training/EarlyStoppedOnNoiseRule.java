package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.training.StoppingDecision;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Early stopping that ended a training whose validation loss still fell: the watched metric stood still in its noise. */
final class EarlyStoppedOnNoiseRule implements Rule {
    /** Of the loss of knowing nothing: half of what an impaired training has learnt at most; one that learnt less has other troubles than when it ended. */
    private static final double NEXT_TO_NOTHING = 0.25;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        BestEpoch best = facts.best();
        StoppingDecision.Watched watched =
                facts.decision() == null ? null : facts.decision().watched();
        if (best == null || watched == null || !facts.isStoppedEarly()) {
            return Optional.empty();
        }
        double[] since = facts.epochs().stream()
                .filter(epoch -> epoch.epoch() >= best.epoch())
                .mapToDouble(EpochFacts::validationLoss)
                .toArray();
        if (!(facts.learnt() > NEXT_TO_NOTHING) || !(Noise.falls(since) || isCutOff(facts))) {
            return Optional.empty();
        }
        Evidence evidence = new Evidence()
                .with("best-epoch", best.epoch())
                .with("validation-losses", DoubleStream.of(since).boxed().toList())
                .with("waited", watched.waited());
        return Optional.of(FindingCode.EARLY_STOPPED_ON_NOISE.finding(
                facts.severity(),
                "training stopped after " + watched.waited() + " epochs without a better " + watched.metric()
                        + ", while the validation loss fell from " + ShortNumber.of(since[0]) + " to "
                        + ShortNumber.of(since[since.length - 1]),
                watched.noise() == null ? evidence : evidence.with("noise", watched.noise()),
                remedy(watched)));
    }

    /** Whether the training loss still fell, and no epoch's validation loss was as low as the last's. */
    private static boolean isCutOff(TrialFacts facts) {
        double[] losses =
                facts.epochs().stream().mapToDouble(EpochFacts::validationLoss).toArray();
        return facts.isStillFalling()
                && facts.isHarmed()
                && losses[losses.length - 1] == Arrays.stream(losses).min().orElse(Double.NaN);
    }

    private static String remedy(StoppingDecision.Watched watched) {
        return watched.patience() == null
                ? "name a finer metric in training: {early-stopping: {metric: ...}}, or rank on one"
                : "set training: {early-stopping: {patience: auto}} or {patience: " + 2 * watched.patience()
                        + "}, or rank on a finer metric";
    }
}
