package dev.touchstone.diagnosis.training;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the class that train has fewest rows of, where it is far rarer than the commonest and answered worse than the rest. It is
 * chosen by its train rows and not by its answers, so that one test will do where {@link NeglectedClass} makes one of each class.
 */
final class RareClass {
    /** Fernández et al. (2008) call data highly imbalanced from nine times as many rows of the commonest class. */
    private static final double IMBALANCED = 9;

    /** That answers are by chance. */
    private static final double CHANCE = 0.01;

    private static final double HALF = 0.5;

    private RareClass() {}

    /** That class, when it is right half as often as all rows at most, and beyond chance; in a training that learnt most of what there was. */
    static Optional<BestEpoch.OfClass> of(TrialFacts facts) {
        BestEpoch best = facts.best();
        if (best == null || facts.isImpaired()) {
            return Optional.empty();
        }
        List<BestEpoch.OfClass> classes =
                best.classes().stream().filter(each -> each.trainShare() > 0).toList();
        double most = classes.stream()
                .mapToDouble(BestEpoch.OfClass::trainShare)
                .max()
                .orElse(0);
        double usual = best.rightShare();
        return classes.stream()
                .min(Comparator.comparingDouble(BestEpoch.OfClass::trainShare))
                .filter(rarest -> rarest.rows() > 0 && most > IMBALANCED * rarest.trainShare())
                .filter(rarest -> rarest.right() <= HALF * usual * rarest.rows())
                .filter(rarest -> rarest.chance(usual) < CHANCE);
    }
}
