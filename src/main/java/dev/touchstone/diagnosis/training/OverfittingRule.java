package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.metric.Direction;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A value on train rows that is better than that on validation rows beyond both intervals, and by a tenth of the way from
 * the baseline to it or more (deepchecks bounds the drop by 10 %). A warning when most of that way is lost, or the value is
 * poor and most of what the loss lost is; no rows are learnt by heart by steps that hardly changed the weights.
 */
final class OverfittingRule implements Rule {
    private static final double NOTABLE = 0.1;
    private static final double MOST = 0.5;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        BestEpoch best = facts.best();
        if (best == null) {
            return Optional.empty();
        }
        boolean maximise = facts.plan().direction() == Direction.MAXIMISE;
        boolean apart = maximise
                ? best.trainInterval().low() > best.interval().high()
                : best.trainInterval().high() < best.interval().low();
        double lost = (best.trainValue() - best.value()) / (best.trainValue() - best.baseline());
        if (!apart || !(lost > NOTABLE)) {
            return Optional.empty();
        }
        Evidence evidence = new Evidence()
                .with("train-value", best.trainValue())
                .with("validation-value", best.value())
                .with("baseline", best.baseline())
                .with("lost", lost);
        OptionalInt parted = TrainGap.since(facts);
        return Optional.of(
                FindingCode.OVERFITTING.finding(
                        !facts.steps().changedLittle()
                                        && !facts.shortfall().surpassesNeighbours()
                                        && (lost > MOST
                                                || (facts.shortfall().lack() > MOST && lostOfLoss(facts) > MOST))
                                ? Severity.WARNING
                                : Severity.INFO,
                        facts.plan().metric() + " is " + ShortNumber.of(best.trainValue()) + " on train rows and "
                                + ShortNumber.of(best.value()) + " on validation rows: " + Math.round(100 * lost)
                                + " % of what was learnt over the baseline does not carry over"
                                + (parted.isPresent() ? "; the two parted by epoch " + parted.getAsInt() : ""),
                        parted.isPresent() ? evidence.with("parted-by-epoch", parted.getAsInt()) : evidence,
                        "regularise more (dropout, weight decay), augment, or gather more rows; see that the splits are alike"));
    }

    /** The share of what was learnt away of the loss on train rows that was not on validation rows; 0 where nothing was. */
    private static double lostOfLoss(TrialFacts facts) {
        BestEpoch best = Objects.requireNonNull(facts.best());
        double prior = facts.plan().priorLoss();
        double learnt = prior - best.trainLoss();
        return facts.epochs().stream()
                .filter(epoch -> epoch.epoch() == best.epoch() && learnt > NOTABLE * prior)
                .mapToDouble(epoch -> 1 - (prior - epoch.validationLoss()) / learnt)
                .findFirst()
                .orElse(0);
    }
}
