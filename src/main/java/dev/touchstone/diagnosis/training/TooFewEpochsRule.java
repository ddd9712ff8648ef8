package dev.touchstone.diagnosis.training;

import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import java.util.Optional;

/**
 * A training that ended as planned, or when its time was over, with its best epoch in the last quarter (Google's tuning playbook) while its loss still
 * fell, or fell until the schedule brought it to rest. A warning where it still fell and little was learnt,
 * else for information.
 */
final class TooFewEpochsRule implements Rule {
    private static final double LATE = 0.75;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        BestEpoch best = facts.best();
        int epochs = facts.isCutByTime() ? facts.epochs().size() : facts.plan().epochs();
        boolean hardlyBegun = facts.hasHardlyBegun() && facts.isHarmed();
        if (best == null
                || facts.isStoppedEarly()
                || best.epoch() <= LATE * epochs
                || !(facts.isCutShort() || hardlyBegun)) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.TOO_FEW_EPOCHS.finding(
                facts.isStillFalling() || hardlyBegun ? facts.severity() : Severity.INFO,
                "epoch " + best.epoch() + " of " + epochs + " was the best, and "
                        + (facts.isStillFalling()
                                ? "the training loss still fell"
                                : hardlyBegun
                                        ? "all steps together changed the weights by less than themselves"
                                        : "the training loss fell until the schedule brought it to rest"),
                new Evidence().with("best-epoch", best.epoch()).with("epochs", epochs),
                "train for twice as many " + (facts.isCutByTime() ? "seconds" : "epochs")
                        + ", or raise the learning rate"));
    }
}
