package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.training.StoppingDecision;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Early stopping that ended a training whose validation loss still fell, or whose training loss did while validation rows kept up
 * with train rows: the watched metric stood still in its noise.
 */
final class EarlyStoppedOnNoiseRule implements Rule {
    /** Of a validation loss, in one epoch. */
    private static final double NOTABLE = 0.1;

    /**
     * Of the loss of knowing nothing: half of what an impaired training has learnt at most; one that learnt less has other
     * troubles than when it ended.
     */
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
        boolean early = isCutOff(facts) || isInFullFall(facts) || facts.isOnItsWay();
        if (!(facts.learnt() > NEXT_TO_NOTHING) || !(Noise.falls(since) || early)) {
            return Optional.empty();
        }
        double from = early ? facts.epochs().get(0).validationLoss() : since[0];
        double to = facts.epochs().get(facts.epochs().size() - 1).validationLoss();
        Evidence evidence = new Evidence()
                .with("best-epoch", best.epoch())
                .with("validation-losses", DoubleStream.of(since).boxed().toList())
                .with("waited", watched.waited());
        boolean matters = facts.isHarmed() && isBeyondNoise(facts, from - to);
        return Optional.of(FindingCode.EARLY_STOPPED_ON_NOISE.finding(
                (early && facts.comesShort()) || matters ? Severity.WARNING : Severity.INFO,
                "training stopped after " + watched.waited() + " epochs without a better " + watched.metric()
                        + ", while the validation loss fell from " + ShortNumber.of(from) + " to "
                        + ShortNumber.of(to),
                watched.noise() == null ? evidence : evidence.with("noise", watched.noise()),
                remedy(watched)));
    }

    /**
     * Whether the last epoch's validation loss was the lowest, and a tenth or more below that of the epoch before: of the loss of
     * knowing nothing by more than the noise of the value hides.
     */
    private static boolean isCutOff(TrialFacts facts) {
        ValidationLosses losses = ValidationLosses.of(facts.epochs());
        return losses.endLowest()
                && losses.shareOfFallInTheEnd() > NOTABLE
                && isBeyondNoise(facts, losses.fallInTheEnd());
    }

    /**
     * Whether the last epoch's validation loss was the lowest, and fell over the later half of the epochs by more than the noise of
     * the value hides.
     */
    private static boolean isInFullFall(TrialFacts facts) {
        ValidationLosses losses = ValidationLosses.of(facts.epochs());
        return losses.endLowest() && isBeyondNoise(facts, losses.fallInTheLaterHalf());
    }

    /** Whether a fall of the validation loss is, of the loss of knowing nothing, more than the noise of the value hides. */
    private static boolean isBeyondNoise(TrialFacts facts, double fall) {
        return fall > facts.shortfall().noise() * facts.plan().priorLoss();
    }

    private static String remedy(StoppingDecision.Watched watched) {
        return watched.patience() == null
                ? "name a finer metric in training: {early-stopping: {metric: ...}}, or rank on one"
                : "set training: {early-stopping: {patience: auto}} or {patience: " + 2 * watched.patience()
                        + "}, or rank on a finer metric";
    }
}
