package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import java.util.Objects;
import java.util.Optional;

/**
 * A class that is rare in train and learnt worse than the rest, as {@link NeglectedClass}, {@link RareClass} and
 * {@link HiddenClass} find it. One that train has no row of is a matter of the split.
 */
final class ClassImbalanceRule implements Rule {
    /** cleanlab: the rarest class has less than a tenth of an even share. */
    private static final double RARE = 0.1;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        return NeglectedClass.of(facts)
                .filter(neglected -> neglected.trainShare() > 0)
                .filter(neglected -> neglected.trainShare()
                        < RARE / Objects.requireNonNull(facts.best()).classes().size())
                .or(() -> RareClass.of(facts))
                .or(() -> HiddenClass.of(facts))
                .map(ClassImbalanceRule::finding);
    }

    private static Finding finding(BestEpoch.OfClass rare) {
        return FindingCode.CLASS_IMBALANCE.finding(
                Severity.WARNING,
                "class " + rare.name() + " has " + ShortNumber.of(100 * rare.trainShare())
                        + " % of the train rows and is learnt worse than the rest: " + rare.right() + " of "
                        + rare.rows()
                        + " rows are right",
                new Evidence()
                        .with("class", rare.name())
                        .with("train-share", rare.trainShare())
                        .with("rows", rare.rows())
                        .with("right", rare.right()),
                "gather more rows of it, or weigh it more in the loss; rank on balanced-accuracy");
    }
}
