package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.diagnosis.data.Drift;
import dev.touchstone.diagnosis.data.Relation;
import dev.touchstone.diagnosis.data.RowFacts;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Validation rows that are other ones than train rows, where most of what was learnt does not carry over to them. Splits by
 * group or time differ by nature, so a difference that cost less is for information.
 */
final class SplitMismatchRule implements Rule {
    /** Standard deviations: such a difference does not come by chance. */
    private static final double ERRORS = 5;

    /** Of what is beyond chance; less is hardly a difference. */
    private static final double APART = 0.2;

    private static final double HALF = 0.5;

    /** Of validation rows, whose classes train does not have. */
    private static final double UNKNOWN = 0.01;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        RowFacts rows = facts.plan().rows();
        if (rows == null || facts.best() == null) {
            return Optional.empty();
        }
        if (rows.unknownClass() > UNKNOWN) {
            return Optional.of(finding(
                    Severity.WARNING,
                    ShortNumber.of(100 * rows.unknownClass())
                            + " % of the validation rows are of classes that train does not have",
                    new Evidence().with("rows-of-unknown-classes", rows.unknownClass())));
        }
        double carried = (1 - facts.shortfall().lack()) / (1 - facts.shortfall().trainLack());
        // Where nothing carries over the best epoch is the first, and train rows are learnt by the last.
        boolean learnt = facts.shortfall().trainLack() < HALF
                || (!facts.isImpaired() && facts.shortfall().lack() > HALF);
        boolean lost = learnt && carried < HALF;
        boolean lacking = learnt && facts.shortfall().lack() - facts.shortfall().noise() > HALF;
        Severity severity = lost ? Severity.WARNING : Severity.INFO;
        if (facts.shortfall().trainLack() < HALF && !lost && !lacking) {
            return Optional.empty(); // whatever differs, what was learnt holds for it
        }
        Drift drift = rows.drift();
        if (drift != null && drift.errors() > ERRORS && drift.apart() > APART) {
            return Optional.of(finding(
                    lacking ? Severity.WARNING : severity,
                    ShortNumber.of(100 * drift.together()) + " % of nearest rows are of a row's own split, by chance "
                            + ShortNumber.of(100 * drift.byChance()) + " %" + carriedOver(facts),
                    new Evidence()
                            .with("share-together", drift.together())
                            .with("share-by-chance", drift.byChance())
                            .with("carried-over", carried)));
        }
        Relation related = rows.related();
        if (related == null || !isBroken(related) || !lost) {
            return Optional.empty();
        }
        return Optional.of(finding(
                severity,
                "nearest train rows predict each other ("
                        + ShortNumber.of(100 * related.within().value())
                        + " % of the way) and not validation rows ("
                        + ShortNumber.of(100 * related.across().value()) + " %)" + carriedOver(facts),
                new Evidence()
                        .with("skill-within-train", related.within().value())
                        .with("skill-on-validation", related.across().value())
                        .with("carried-over", carried)));
    }

    /** Whether less than half of what neighbours tell of train rows they tell of validation rows. */
    private static boolean isBroken(Relation related) {
        return related.across().below(related.within()) > ERRORS
                && related.across().value() < HALF * related.within().value();
    }

    private static String carriedOver(TrialFacts facts) {
        OptionalInt parted = TrainGap.since(facts);
        return "; " + Math.round(100 * (1 - facts.shortfall().trainLack()))
                + " % of what can be learnt is learnt on train rows, "
                + Math.round(100 * (1 - facts.shortfall().lack())) + " % on validation rows"
                + (parted.isPresent() ? ", apart by epoch " + parted.getAsInt() : "");
    }

    private static Finding finding(Severity severity, String cause, Evidence evidence) {
        return FindingCode.SPLIT_MISMATCH.finding(
                severity, cause, evidence, "find out what differs between the splits, or divide the rows anew");
    }
}
