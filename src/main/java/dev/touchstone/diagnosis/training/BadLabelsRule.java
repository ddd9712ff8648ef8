package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.diagnosis.data.Relation;
import dev.touchstone.diagnosis.data.RowFacts;
import dev.touchstone.diagnosis.data.UnrelatedLabels;
import dev.touchstone.diagnosis.data.WrongLabels;
import dev.touchstone.metric.Direction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Labels that are wrong: in train, where neighbours predict train rows worse than validation rows of which they know as
 * much; of one class, of which train has fewer rows than validation; or anywhere, where neighbours agree with nearly all
 * labels but some, or where labels are of unlike classes as often as of like ones even where neighbours are surest. A
 * warning where enough is missing on validation rows for it to matter. Of windows of a series, which overlap, neighbours
 * cannot tell.
 */
final class BadLabelsRule implements Rule {
    /** Standard errors that speak for themselves; random splits of the sets that came with Touchstone reach 4.5. */
    private static final double ERRORS = 5;

    /** Standard errors that do when the network, too, answers train rows worse than validation rows. */
    private static final double BACKED = 3;

    /** Of labels, and of the way from the baseline to answers that are all right: less does no notable harm. */
    private static final double NOTABLE = 0.05;

    private static final double HALF = 0.5;

    /** What is left of a relation between features and labels; below it labels are not wrong but those of other rows. */
    private static final double LEAST = 0.1;

    /**
     * Of the labels that are not suspected neighbours agree with so many. Where labels are right and classes hard to tell
     * (Fashion, vowel) it is up to 0.960.
     */
    private static final double RELIABLE = 0.965;

    /** Six times the neighbours: of fewer rows of a class they are too often of another. */
    private static final double FEWEST_OF_CLASS = 60;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        return ofRelation(facts).or(() -> ofUnrelated(facts)).or(() -> ofClass(facts));
    }

    private static Optional<Finding> ofClass(TrialFacts facts) {
        if (facts.isImpaired() // which classes are right is by chance where nothing is learnt
                || !facts.shortfall().clearlyLacks()
                || facts.shortfall().clearlyFallsShort()) { // wrong labels would mislead neighbours, too
            return Optional.empty();
        }
        return ShrunkenClass.of(facts).map(shrunken -> {
            BestEpoch.OfClass rare = shrunken.rare();
            BestEpoch.OfClass common = shrunken.common();
            return finding(
                    Severity.WARNING,
                    "train has fewer rows of class " + rare.name() + " than validation, of " + common.name()
                            + " more, and of " + rare.name() + " only " + rare.right() + " of " + rare.rows()
                            + " validation rows are right: some of its train rows may be labelled " + common.name(),
                    new Evidence()
                            .with("class", rare.name())
                            .with("train-share", rare.trainShare())
                            .with("validation-rows", rare.rows())
                            .with("right", rare.right())
                            .with("labelled", common.name()));
        });
    }

    private static Optional<Finding> ofRelation(TrialFacts facts) {
        RowFacts rows = facts.plan().rows();
        if (rows == null || rows.related() == null || rows.overlap()) {
            return Optional.empty();
        }
        Relation related = rows.related();
        if (related.across().value() < -HALF && related.apart().atLeast(2) > HALF) {
            return Optional.of(finding(
                    facts.shortfall().lack() > NOTABLE ? Severity.WARNING : Severity.INFO,
                    "what nearest train rows say of validation rows is "
                            + ShortNumber.of(100 * -related.across().value())
                            + " % worse than a constant, though validation rows predict each other: some train targets are on"
                            + " another scale",
                    new Evidence()
                            .with("skill-on-validation", related.across().value())
                            .with("skill-within-validation", related.apart().value())));
        }
        if (!(related.within().atMost(2) > LEAST) || !(related.across().atLeast(2) > LEAST)) {
            return Optional.empty();
        }
        Severity severity = facts.shortfall().lack() > NOTABLE ? Severity.WARNING : Severity.INFO;
        // A class half of whose train rows are wrong is wrong for validation rows, too, by their neighbours in train.
        Relation.Skill sound = related.apart().value() > related.across().value() ? related.apart() : related.across();
        double lost = 1 - Math.max(0, related.within().value()) / sound.value();
        double errors = related.within().below(sound);
        if ((errors > ERRORS || (errors > BACKED && isTrainWorse(facts))) && lost > NOTABLE) {
            return Optional.of(finding(
                    severity,
                    "neighbours predict validation rows ("
                            + ShortNumber.of(100 * sound.value()) + " % of the way) and train rows each other worse ("
                            + ShortNumber.of(100 * related.within().value()) + " %): about "
                            + ShortNumber.of(100 * lost) + " % of the train labels look wrong",
                    new Evidence()
                            .with("skill-within-train", related.within().value())
                            .with("skill-on-validation", sound.value())
                            .with("share", lost)));
        }
        return ofWrongLabels(severity, rows.labels());
    }

    private static Optional<Finding> ofWrongLabels(Severity severity, @Nullable WrongLabels labels) {
        if (labels == null
                || labels.rowsOfClass() < FEWEST_OF_CLASS
                || !(labels.share() > NOTABLE)
                || !(labels.agreement() > RELIABLE * (1 - labels.share()))) {
            return Optional.empty();
        }
        return Optional.of(finding(
                severity,
                "about " + ShortNumber.of(100 * labels.share())
                        + " % of the labels are likely wrong: nearest neighbours have other ones",
                new Evidence().with("share", labels.share()).with("agreement", labels.agreement())));
    }

    private static Optional<Finding> ofUnrelated(TrialFacts facts) {
        RowFacts rows = facts.plan().rows();
        UnrelatedLabels unrelated = rows == null ? null : rows.unrelated();
        if (unrelated == null || !unrelated.arePart()) {
            return Optional.empty();
        }
        return Optional.of(finding(
                facts.shortfall().lack() > NOTABLE ? Severity.WARNING : Severity.INFO,
                "where nearest neighbours are surest, " + ShortNumber.of(100 * unrelated.share())
                        + " % as many labels as chance would have are most unlike what neighbours say, nearly as many as are"
                        + " less unlike: these have nothing to do with their features, as if they were those of other rows",
                new Evidence().with("share", unrelated.share()).with("share-of-less-unlike", unrelated.alike())));
    }

    /** Whether train rows are answered worse than validation rows beyond both intervals. */
    private static boolean isTrainWorse(TrialFacts facts) {
        BestEpoch best = facts.best();
        if (best == null) {
            return false;
        }
        return facts.plan().direction() == Direction.MAXIMISE
                ? best.trainInterval().high() < best.interval().low()
                : best.trainInterval().low() > best.interval().high();
    }

    private static Finding finding(Severity severity, String cause, Evidence evidence) {
        return FindingCode.BAD_LABELS.finding(
                severity, cause, evidence, "look at the rows that check --data-only names, and correct their labels");
    }
}
