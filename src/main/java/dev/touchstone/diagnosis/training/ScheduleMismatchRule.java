package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A rate that was gone, or still warmed up, for most of a training that had much left to learn; or a training that early
 * stopping or the clock ended before a falling schedule had taken half of the rate: it was made for a longer one, which is
 * for information.
 */
final class ScheduleMismatchRule implements Rule {
    private static final double HALF = 0.5;

    /** Of the largest rate: what is trained with less hardly moves. */
    private static final double GONE = 0.1;

    /** Of the way from the baseline to answers that are all right. */
    private static final double NOTABLE = 0.1;

    /** Epochs of which most can be told from some. */
    private static final int FEWEST = 3;

    /** Of the loss of knowing nothing: who has learnt so much, and lacks no more than noise, needs no more rate. */
    private static final double ALMOST_ALL = 0.9;

    /** Of a training: a rate that still grows then is warmed up and no more. */
    private static final double LATE = 0.75;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        return ofRateGone(facts).or(() -> ofWarmUp(facts)).or(() -> ofEnd(facts));
    }

    private static Optional<Finding> ofRateGone(TrialFacts facts) {
        double[] rates =
                facts.epochs().stream().mapToDouble(EpochFacts::learningRate).toArray();
        double most =
                Math.max(facts.plan().learningRate(), Arrays.stream(rates).max().orElse(0));
        long gone = Arrays.stream(rates).filter(rate -> rate < GONE * most).count();
        if (rates.length < FEWEST
                || !(gone > HALF * rates.length)
                || !(facts.learnt() < ALMOST_ALL || facts.shortfall().clearlyLacks())
                || !(facts.shortfall().lack() > NOTABLE)) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.SCHEDULE_MISMATCH.finding(
                Severity.WARNING,
                "in " + gone + " of " + rates.length
                        + " epochs the learning rate was below a tenth of its largest, and only "
                        + Math.round(100 * facts.learnt()) + " % of the loss of knowing nothing was learnt away",
                new Evidence()
                        .with("epochs", rates.length)
                        .with("epochs-of-little-rate", gone)
                        .with("learnt", facts.learnt()),
                "let the rate fall later, or not so far"));
    }

    private static Optional<Finding> ofWarmUp(TrialFacts facts) {
        List<EpochFacts> epochs = facts.epochs();
        if (epochs.size() < FEWEST || !(facts.comesShort() || facts.isStillFalling())) {
            return Optional.empty();
        }
        double last = epochs.get(epochs.size() - 1).learningRate();
        double middle = epochs.get((epochs.size() - 1) / 2).learningRate();
        double late = epochs.get((int) (LATE * (epochs.size() - 1))).learningRate();
        if (!(middle < LATE * last) || !(late < last)) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.SCHEDULE_MISMATCH.finding(
                Severity.WARNING,
                "the learning rate still grew at the end of training, to " + ShortNumber.of(last)
                        + ", half of the way through it was " + ShortNumber.of(middle),
                new Evidence().with("last-rate", last).with("rate-half-way", middle),
                "warm up for a tenth of training or less"));
    }

    private static Optional<Finding> ofEnd(TrialFacts facts) {
        double rate = facts.plan().learningRate();
        if (facts.plan().endRate() >= HALF * rate || !(facts.isStoppedEarly() || facts.isCutByTime())) {
            return Optional.empty();
        }
        EpochFacts last = facts.epochs().get(facts.epochs().size() - 1);
        double left = last.learningRate() / rate;
        if (left < HALF) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.SCHEDULE_MISMATCH.finding(
                Severity.INFO,
                "training ended in epoch " + last.epoch() + " with " + Math.round(100 * left)
                        + " % of the learning rate left: the schedule was planned for "
                        + facts.plan().epochs() + " epochs",
                new Evidence()
                        .with("epochs", last.epoch())
                        .with("planned", facts.plan().epochs())
                        .with("rate-left", left),
                "set training: {epochs: " + last.epoch() + "}, or more "
                        + (facts.isCutByTime() ? "seconds" : "patience")));
    }
}
