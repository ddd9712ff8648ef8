package dev.touchstone.diagnosis.training;

import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.math3.distribution.BinomialDistribution;

/** Finds the class that a network has learnt worst, where it has learnt the rest. */
final class NeglectedClass {
    private static final double CHANCE = 0.05;
    private static final double HALF = 0.5;

    private NeglectedClass() {}

    /**
     * The class with the smallest share of right rows, when it is less than half of what all rows have, and would be as
     * small by chance in less than 5 % of cases were the class answered as all are (binomial, Bonferroni over the classes);
     * in a training that learnt most of what there was.
     */
    static Optional<BestEpoch.OfClass> of(TrialFacts facts) {
        BestEpoch best = facts.best();
        if (best == null || best.classes().isEmpty() || facts.isImpaired()) {
            return Optional.empty();
        }
        int rows = best.classes().stream().mapToInt(BestEpoch.OfClass::rows).sum();
        int right = best.classes().stream().mapToInt(BestEpoch.OfClass::right).sum();
        double usual = (double) right / rows;
        return best.classes().stream()
                .filter(each -> each.rows() > 0)
                .min(Comparator.comparingDouble(each -> (double) each.right() / each.rows()))
                .filter(each -> each.right() < HALF * usual * each.rows())
                .filter(each -> new BinomialDistribution(null, each.rows(), usual).cumulativeProbability(each.right())
                        < CHANCE / best.classes().size());
    }
}
