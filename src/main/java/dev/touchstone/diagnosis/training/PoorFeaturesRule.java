package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.diagnosis.data.Relation;
import dev.touchstone.diagnosis.data.RowFacts;
import dev.touchstone.diagnosis.data.UnrelatedLabels;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Features that tell hardly anything: the network learns nothing that holds for validation rows, and neither do nearest
 * neighbours, of which nothing in the training can be at fault; or most of them never vary. Where both do poorly alike, or the
 * value may be better but for its noise, it is for information.
 */
final class PoorFeaturesRule implements Rule {
    /** Of the error of a constant. */
    private static final double HARDLY = 0.1;

    /** Standard errors: beyond chance. */
    private static final double ERRORS = 2;

    /** Of the way from the baseline to answers that are all right, and of the mistakes of a constant. */
    private static final double MOST = 0.8;

    private static final double HALF = 0.5;

    /** A standard error as a share of half a 95 % interval. */
    private static final double ERROR = 0.5;

    /** Of the way from the baseline to answers that are all right: less does no notable harm. */
    private static final double NOTABLE = 0.1;

    private static final String REMEDY_OF_NOISE =
            "see how the features were measured, and what became of them on their way from the source";

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        RowFacts rows = facts.plan().rows();
        return rows == null
                ? Optional.empty()
                : ofConstants(facts, rows)
                        .or(() -> ofNoise(facts, rows))
                        .or(() -> ofBlur(facts, rows))
                        .or(() -> ofSkill(facts, rows));
    }

    /**
     * Whether features have no more to do with each other than noise has, and labels have nothing to do with the features of
     * their rows even where neighbours are surest: both are so where noise drowns features.
     */
    private static boolean areNoise(RowFacts rows) {
        UnrelatedLabels unrelated = rows.unrelated();
        return unrelated != null && unrelated.areMany() && !areOfAnotherScale(rows.related()) && lookLikeNoise(rows);
    }

    /** Whether features have to do with each other, and with part of the labels: it is the other labels that are the matter. */
    private static boolean tellPart(RowFacts rows) {
        return rows.partIsUnrelated() && !areNoise(rows);
    }

    /** Whether neighbours are more wrong than noise makes them. */
    private static boolean areOfAnotherScale(@Nullable Relation related) {
        return related != null && related.across().value() < -HALF;
    }

    private static Optional<Finding> ofNoise(TrialFacts facts, RowFacts rows) {
        if (!areNoise(rows) || facts.best() == null) {
            return Optional.empty();
        }
        double share = Objects.requireNonNull(rows.unrelated()).share();
        return Optional.of(FindingCode.POOR_FEATURES.finding(
                facts.shortfall().clearlyLacks() ? Severity.WARNING : Severity.INFO,
                "features have no more to do with each other than noise has, and where nearest neighbours are surest, "
                        + ShortNumber.of(100 * share)
                        + " % as many labels as chance would have are most unlike what neighbours say: noise drowns what the"
                        + " features tell",
                new Evidence()
                        .with("structure", rows.structure())
                        .with("share", share)
                        .with("lack", facts.shortfall().lack()),
                REMEDY_OF_NOISE));
    }

    /**
     * Features that have no more to do with each other than noise has, where the network misses most of the way, and neighbours miss
     * more, of which nothing in the training can be at fault.
     */
    private static Optional<Finding> ofBlur(TrialFacts facts, RowFacts rows) {
        double lack = facts.shortfall().lack();
        double neighboursLack = facts.shortfall().neighboursLack();
        if (!lookLikeNoise(rows)
                || rows.partIsUnrelated()
                || !(lack > HALF)
                || !facts.shortfall().surpassesNeighbours()) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.POOR_FEATURES.finding(
                Severity.WARNING,
                "features have no more to do with each other than noise has, and of the way to right answers the network misses "
                        + ShortNumber.of(100 * lack) + " % and nearest neighbours "
                        + ShortNumber.of(100 * neighboursLack) + " %: noise may drown what the features tell",
                new Evidence()
                        .with("structure", rows.structure())
                        .with("lack", lack)
                        .with("lack-of-neighbours", neighboursLack),
                REMEDY_OF_NOISE));
    }

    /** Whether features have no more to do with each other than noise has. */
    private static boolean lookLikeNoise(RowFacts rows) {
        return rows.structure() <= DataLoadingRule.STRUCTURED && !rows.overlap();
    }

    /** Most features never vary, and neither the network nor neighbours make up for it. */
    private static Optional<Finding> ofConstants(TrialFacts facts, RowFacts rows) {
        double share = rows.constantFeatures();
        if (!(share > HALF) || facts.best() == null) {
            return Optional.empty();
        }
        boolean neighboursDo = facts.shortfall().neighboursLack() < NOTABLE;
        return Optional.of(FindingCode.POOR_FEATURES.finding(
                facts.shortfall().lack() > NOTABLE && !neighboursDo ? Severity.WARNING : Severity.INFO,
                ShortNumber.of(100 * share) + " % of the features are the same in all train rows, and "
                        + ShortNumber.of(100 * facts.shortfall().lack()) + " % of the way to right answers is missing",
                new Evidence()
                        .with("constant-features", share)
                        .with("lack", facts.shortfall().lack()),
                "see what became of these features on their way from the source"));
    }

    private static Optional<Finding> ofSkill(TrialFacts facts, RowFacts rows) {
        if (rows.related() == null || !(facts.shortfall().lack() > HALF)) {
            return Optional.empty();
        }
        Relation related = rows.related();
        boolean ofOtherRows = DataLoadingRule.isOfOtherRows(rows);
        boolean nothing = related.within().atMost(ERRORS) < HARDLY
                && related.across().value() < HARDLY
                && related.apart().value() < HARDLY;
        boolean alike = (facts.isImpaired() || facts.shortfall().lack() > MOST)
                && !facts.isCutShort()
                && related.across().atMost(ERRORS) < HALF;
        if (!nothing && !alike) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.POOR_FEATURES.finding(
                !ofOtherRows
                                && !tellPart(rows)
                                && isMissed(facts, nothing ? 0 : ERROR)
                                && (nothing || (isLittle(related) && isAllThereIs(facts, related)))
                        ? Severity.WARNING
                        : Severity.INFO,
                "nearest neighbours, which train nothing, save "
                        + ShortNumber.of(Math.max(0, 100 * related.across().value()))
                        + " % of a constant's error on validation rows, and the network came "
                        + Math.round(Math.max(0, 100 * (1 - facts.shortfall().lack())))
                        + " % of the way: the features tell hardly anything of what is to be learnt",
                new Evidence()
                        .with("skill-within-train", related.within().value())
                        .with("skill-on-validation", related.across().value())
                        .with("lack", facts.shortfall().lack()),
                "look for features that have to do with the label, and see that each row has its own label"));
    }

    /** Whether most of the mistakes are left even where the value is better by so many of its intervals' halves. */
    private static boolean isMissed(TrialFacts facts, double halves) {
        return facts.shortfall()
                        .mistakes(facts.shortfall().lack()
                                - halves * facts.shortfall().noise())
                > MOST;
    }

    /** Whether the network learnt as much as neighbours save for sure: one that learnt less failed for another reason. */
    private static boolean isAllThereIs(TrialFacts facts, Relation related) {
        return 1 - facts.shortfall().mistakes(facts.shortfall().lack())
                >= related.within().atLeast(ERRORS);
    }

    /** Whether neighbours, too, leave most of the mistakes. */
    private static boolean isLittle(Relation related) {
        return Stream.of(related.within(), related.across(), related.apart())
                .allMatch(skill -> skill.value() < 1 - MOST);
    }
}
