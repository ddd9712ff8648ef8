package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.diagnosis.data.Copies;
import dev.touchstone.diagnosis.data.RowFacts;
import dev.touchstone.diagnosis.data.StrongestFeature;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Results that are too good to be true, for a reason: validation rows that train has, too, or a feature that is made of the
 * label. An error where the network did learn, so that its figure is not what it seems.
 */
final class DataLeakRule implements Rule {
    /** Deepchecks' condition on rows that splits share. */
    private static final double SHARED = 0.05;

    /** How unlikely so many must be for a source that repeats rows by itself. */
    private static final double SIGNIFICANT = 0.001;

    private static final double HALF = 0.5;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        RowFacts rows = facts.plan().rows();
        if (rows == null) {
            return Optional.empty();
        }
        Severity severity = facts.shortfall().lack() < HALF ? Severity.ERROR : Severity.INFO;
        return ofCopies(rows.copies(), severity).or(() -> ofFeature(rows.strongest(), severity));
    }

    private static Optional<Finding> ofCopies(@Nullable Copies copies, Severity severity) {
        if (copies == null || !(copies.inTrain() > SHARED) || !(copies.probability() < SIGNIFICANT)) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.DATA_LEAK.finding(
                severity,
                ShortNumber.of(100 * copies.inTrain())
                        + " % of the validation rows are in train, too, where train repeats "
                        + ShortNumber.of(100 * copies.usual())
                        + " % of its own: what was learnt by heart counts as understood",
                new Evidence()
                        .with("shared", copies.inTrain())
                        .with("usual", copies.usual())
                        .with("p-value", copies.probability()),
                "keep the copies of a row in one split; check --data-only names the rows"));
    }

    private static Optional<Finding> ofFeature(@Nullable StrongestFeature strongest, Severity severity) {
        if (strongest == null || !strongest.leaks()) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.DATA_LEAK.finding(
                severity,
                "'" + strongest.feature() + "' alone saves " + ShortNumber.of(100 * strongest.skill())
                        + " % of the error that a constant makes on unseen rows, as if it were made of the label",
                new Evidence().with("feature", strongest.feature()).with("skill", strongest.skill()),
                "remove the feature unless it is known before the label is"));
    }
}
