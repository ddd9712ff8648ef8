package dev.touchstone.diagnosis.training;

import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.math3.stat.interval.IntervalUtils;

/** Finds the class that a network has learnt worst, where it has learnt the rest. */
final class NeglectedClass {
    private static final double CHANCE = 0.05;
    private static final double HALF = 0.5;

    private NeglectedClass() {}

    /**
     * The class with the smallest share of right rows, when less than half of what all rows have is beyond its Wilson
     * interval, or it is answered half as well as by guessing at most, which would come about by chance in less than 5 % of cases were
     * it answered as all rows are (both Bonferroni over the classes); in a training that learnt most of what there was.
     */
    static Optional<BestEpoch.OfClass> of(TrialFacts facts) {
        BestEpoch best = facts.best();
        if (best == null || best.classes().isEmpty() || facts.isImpaired()) {
            return Optional.empty();
        }
        double usual = best.rightShare();
        double chance = CHANCE / best.classes().size();
        return best.classes().stream()
                .filter(each -> each.rows() > 0)
                .min(Comparator.comparingDouble(each -> (double) each.right() / each.rows()))
                .filter(each -> isBelowHalf(each, usual, chance) || isGuessed(each, usual, chance, best));
    }

    private static boolean isBelowHalf(BestEpoch.OfClass each, double usual, double chance) {
        return IntervalUtils.getWilsonScoreInterval(each.rows(), each.right(), 1 - chance)
                        .getUpperBound()
                < HALF * usual;
    }

    private static boolean isGuessed(BestEpoch.OfClass each, double usual, double chance, BestEpoch best) {
        return each.right() <= (double) each.rows() / best.classes().size() * HALF && each.chance(usual) < chance;
    }
}
