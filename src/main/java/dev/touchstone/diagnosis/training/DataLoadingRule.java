package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.diagnosis.data.Copies;
import dev.touchstone.diagnosis.data.Relation;
import dev.touchstone.diagnosis.data.RowFacts;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are not what was meant, where the network learns little that holds for validation rows: the same rows again and again, or train labels that have nothing to do with their features while those of
 * validation do.
 */
final class DataLoadingRule implements Rule {
    private static final double HALF = 0.5;

    /** Of the way from the baseline to answers that are all right: less does no notable harm. */
    private static final double NOTABLE = 0.05;

    /** Of rows that train has again beyond what validation has; natural repeats are in both. */
    private static final double REPEATED = 0.2;

    /** Of the error of a constant. */
    private static final double HARDLY = 0.1;

    /** Of the nearest distance: over three standard errors of its mean over 300 rows, so that sets of noise have less. */
    static final double STRUCTURED = 0.05;

    /** Standard errors: beyond chance. */
    private static final double ERRORS = 2;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        RowFacts rows = facts.plan().rows();
        if (rows == null || facts.best() == null) {
            return Optional.empty();
        }
        return ofLabels(facts, rows.related())
                .or(() -> ofStructure(facts, rows))
                .or(() -> ofCopies(facts, rows.copies()));
    }

    private static Optional<Finding> ofLabels(TrialFacts facts, @Nullable Relation related) {
        if (related == null
                || !(related.within().atMost(ERRORS) < HARDLY)
                || related.across().value() < -HALF // no dealing out makes neighbours as wrong as that
                || !(related.apart().atLeast(ERRORS) > 2 * HARDLY)) {
            return Optional.empty();
        }
        return finding(
                facts.shortfall().lack() > HALF,
                "labels of train rows have nothing to do with their features, while those of validation rows do: they"
                        + " are likely those of other rows",
                new Evidence()
                        .with("skill-within-train", related.within().value())
                        .with("skill-within-validation", related.apart().value()));
    }

    /**
     * Whether no row's label is predicted by other rows, nor a part of them where neighbours are surest, though the features
     * have to do with each other, and so are no noise: then labels are likely those of other rows.
     */
    static boolean isOfOtherRows(RowFacts rows) {
        return isUnrelated(rows) && !rows.partIsUnrelated() && rows.structure() > STRUCTURED && !rows.overlap();
    }

    private static boolean isUnrelated(RowFacts rows) {
        Relation related = rows.related();
        return related != null
                && !(rows.constantFeatures() > HALF)
                && Stream.of(related.within(), related.across(), related.apart())
                        .allMatch(skill -> skill.value() < HARDLY && skill.atMost(ERRORS) < 2 * HARDLY);
    }

    private static Optional<Finding> ofStructure(TrialFacts facts, RowFacts rows) {
        if (!isOfOtherRows(rows)) {
            return isUnrelated(rows) ? ofNothing(facts, rows) : Optional.empty();
        }
        return finding(
                facts.shortfall().lack() > HALF && !isLearnt(facts),
                "rows are " + ShortNumber.of(100 * rows.structure())
                        + " % nearer to each other than independent features would make them, and yet near rows do not have"
                        + " like labels: labels are likely those of other rows",
                new Evidence()
                        .with("structure", rows.structure())
                        .with(
                                "skill-within-train",
                                Objects.requireNonNull(rows.related()).within().value()));
    }

    /**
     * Whether validation rows are answered notably better than by the baseline, and beyond chance: nothing is learnt of the labels
     * of other rows.
     */
    private static boolean isLearnt(TrialFacts facts) {
        BestEpoch best = facts.best();
        return best != null
                && 1 - facts.shortfall().lack() > NOTABLE
                && best.isBeyondBaseline(facts.plan().direction());
    }

    /** Features that tell nothing and labels of other rows look alike where features have nothing to do with each other. */
    private static Optional<Finding> ofNothing(TrialFacts facts, RowFacts rows) {
        return finding(
                false,
                "near rows do not have like labels anywhere: features tell nothing, or labels are those of other rows",
                new Evidence()
                        .with("structure", rows.structure())
                        .with(
                                "skill-within-train",
                                Objects.requireNonNull(rows.related()).within().value())
                        .with("lack", facts.shortfall().lack()));
    }

    private static Optional<Finding> ofCopies(TrialFacts facts, @Nullable Copies copies) {
        if (copies == null || !(copies.repeatedTrain() - copies.repeatedValidation() > REPEATED)) {
            return Optional.empty();
        }
        return finding(
                facts.shortfall().lack() > NOTABLE,
                ShortNumber.of(100 * copies.repeatedTrain()) + " % of train rows are there again, of validation rows "
                        + ShortNumber.of(100 * copies.repeatedValidation()) + " %",
                new Evidence()
                        .with("repeated-in-train", copies.repeatedTrain())
                        .with("repeated-in-validation", copies.repeatedValidation()));
    }

    private static Optional<Finding> finding(boolean harms, String cause, Evidence evidence) {
        return Optional.of(FindingCode.DATA_LOADING.finding(
                harms ? Severity.WARNING : Severity.INFO,
                cause,
                evidence,
                "look at some rows as they arrive at the network, with their labels"));
    }
}
