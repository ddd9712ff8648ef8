package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.diagnosis.data.Relation;
import dev.touchstone.diagnosis.data.RowFacts;
import dev.touchstone.diagnosis.data.WrongLabels;
import java.util.Optional;

/**
 * Labels that are wrong: in train, where neighbours predict train rows worse than validation rows of which they know as much;
 * or anywhere, where neighbours agree with nearly all labels but some. A warning where enough is missing on validation rows
 * for it to matter.
 */
final class BadLabelsRule implements Rule {
    /** Standard errors: by chance in about one of a thousand. */
    private static final double ERRORS = 3;

    /** Of labels, and of the way from the baseline to answers that are all right: less does no notable harm. */
    private static final double NOTABLE = 0.05;

    /** What is left of a relation between features and labels; below it labels are not wrong but those of other rows. */
    private static final double LEAST = 0.1;

    /**
     * Of the labels that are not suspected neighbours agree with so many. Where labels are right and classes hard to tell
     * (Fashion, vowel) it is up to 0.946.
     */
    private static final double RELIABLE = 0.96;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        RowFacts rows = facts.plan().rows();
        if (rows == null || rows.related() == null) {
            return Optional.empty();
        }
        Relation related = rows.related();
        if (!(related.within().atLeast(2) > LEAST) || !(related.across().atLeast(2) > LEAST)) {
            return Optional.empty();
        }
        Severity severity = facts.lack() > NOTABLE ? Severity.WARNING : Severity.INFO;
        double lost = 1 - related.within().value() / related.across().value();
        if (related.within().below(related.across()) > ERRORS && lost > NOTABLE) {
            return Optional.of(finding(
                    severity,
                    "nearest train rows predict validation rows ("
                            + ShortNumber.of(100 * related.across().value()) + " % of the way) and not each other ("
                            + ShortNumber.of(100 * related.within().value()) + " %): about "
                            + ShortNumber.of(100 * lost) + " % of the train labels look wrong",
                    new Evidence()
                            .with("skill-within-train", related.within().value())
                            .with("skill-on-validation", related.across().value())
                            .with("share", lost)));
        }
        WrongLabels labels = rows.labels();
        if (labels == null || !(labels.share() > NOTABLE) || !(labels.agreement() > RELIABLE * (1 - labels.share()))) {
            return Optional.empty();
        }
        return Optional.of(finding(
                severity,
                "about " + ShortNumber.of(100 * labels.share())
                        + " % of the labels are likely wrong: nearest neighbours have other ones",
                new Evidence().with("share", labels.share()).with("agreement", labels.agreement())));
    }

    private static Finding finding(Severity severity, String cause, Evidence evidence) {
        return FindingCode.BAD_LABELS.finding(
                severity, cause, evidence, "look at the rows that check --data-only names, and correct their labels");
    }
}
