package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.diagnosis.data.RowFacts;
import dev.touchstone.model.NetworkTraits;
import java.util.Optional;

/**
 * A number that networks are to learn on a scale far from 1 or far from 0: their first answers are of about that size. An
 * error where the training broke off or ended worse than knowing nothing.
 */
final class UnnormalisedTargetRule implements Rule {
    /** As of features: normalisation promises 1, and ten times that is none. */
    private static final double MOST = 10;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        RowFacts rows = facts.plan().rows();
        NetworkTraits network = facts.plan().network();
        boolean counts = network != null && network.target() == NetworkTraits.Target.COUNT;
        if (rows == null || rows.target() == null || counts) {
            return Optional.empty();
        }
        RowFacts.LearntTarget target = rows.target();
        double deviation = target.deviation();
        if (!(Math.abs(target.mean()) > MOST) && !(deviation > MOST) && !(deviation > 0 && deviation < 1 / MOST)) {
            return Optional.empty();
        }
        boolean broken = facts.notFinite() != null || facts.learnt() < 0;
        return Optional.of(FindingCode.UNNORMALISED_TARGET.finding(
                broken ? Severity.ERROR : facts.severity(),
                "networks are to learn a number of mean " + ShortNumber.of(target.mean()) + " and deviation "
                        + ShortNumber.of(deviation) + ", where 0 and 1 are expected",
                new Evidence().with("target-mean", target.mean()).with("target-deviation", deviation),
                "standardise the target by the train rows"));
    }
}
