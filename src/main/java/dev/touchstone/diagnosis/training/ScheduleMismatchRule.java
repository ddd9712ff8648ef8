package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import java.util.Optional;

/** A training that early stopping or the clock ended before a falling schedule had taken half of the rate: it was made for a longer one. */
final class ScheduleMismatchRule implements Rule {
    private static final double HALF = 0.5;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
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
