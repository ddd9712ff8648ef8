package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import java.util.Objects;
import java.util.Optional;

/**
 * So few train rows that what is learnt of them does not hold for others; half of what validation has are few in any case, for more
 * could be had of that.
 */
final class TooLittleDataRule implements Rule {
    /** scikit-learn's chart of how to choose an estimator: with fewer than 50 rows, get more. */
    private static final int FEWEST = 50;

    /** For each class: Peduzzi et al. (1996) want ten events for each number that is fitted, and a class is one at least. */
    private static final int OF_CLASS = 10;

    /** Of the way from the baseline to answers that are all right. */
    private static final double NOTABLE = 0.1;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        BestEpoch best = facts.best();
        if (best == null) {
            return Optional.empty();
        }
        int rows = different(facts.plan());
        int wanted = Math.max(
                Math.max(FEWEST, OF_CLASS * best.classes().size()), facts.plan().validationRows() / 2);
        double lack = facts.shortfall().lack();
        double lost = lack - facts.shortfall().trainLack();
        if (rows >= wanted || !(lack > NOTABLE) || !(lost > NOTABLE)) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.TOO_LITTLE_DATA.finding(
                Severity.WARNING,
                "there are " + rows + " different train rows where " + wanted + " are few, and "
                        + ShortNumber.of(100 * lost)
                        + " % of the way to right answers is lost from train rows to validation rows",
                new Evidence()
                        .with("train-rows", rows)
                        .with("train-value", best.trainValue())
                        .with("validation-value", best.value()),
                "gather more rows, or take a simpler model"));
    }

    /** Train rows but for repeats, where that is known. */
    private static int different(TrialPlan plan) {
        boolean known = plan.rows() != null
                && plan.rows().copies() != null
                && plan.rows().copies().different() > 0;
        return known
                ? Math.min(
                        plan.trainRows(),
                        Objects.requireNonNull(
                                        Objects.requireNonNull(plan.rows()).copies())
                                .different())
                : plan.trainRows();
    }
}
