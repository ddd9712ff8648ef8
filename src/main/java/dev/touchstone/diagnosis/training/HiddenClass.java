package dev.touchstone.diagnosis.training;

import dev.touchstone.metric.Metric;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the rarest class where accuracy hides that it is answered worse than the rest: accuracy counts rows, of which that class
 * has few. Be the training impaired or not, for where nearly all rows are of other classes little of the loss is to be learnt
 * away without it.
 */
final class HiddenClass {
    /** That answers are by chance; the class is chosen by its train rows and not by its answers, so that one test will do. */
    private static final double CHANCE = 0.05;

    /**
     * Of the rows of the rarest class and the commonest: Google's course on machine learning calls data moderately imbalanced
     * from there.
     */
    private static final double MODERATE = 0.2;

    /** Of the way from no right row to all of them. */
    private static final double NOTABLE = 0.1;

    private HiddenClass() {}

    /**
     * That class, where trials go by accuracy, fewer of its rows are right than of all rows, beyond chance, and accuracy is above the
     * mean over the classes by a notable part.
     */
    static Optional<BestEpoch.OfClass> of(TrialFacts facts) {
        BestEpoch best = facts.best();
        if (best == null || !facts.plan().metric().equals(Metric.ACCURACY.specName())) {
            return Optional.empty();
        }
        List<BestEpoch.OfClass> classes = best.classes().stream()
                .filter(each -> each.rows() > 0 && each.trainShare() > 0)
                .sorted(Comparator.comparingDouble(BestEpoch.OfClass::trainShare))
                .toList();
        double usual = best.rightShare();
        return classes.stream()
                .findFirst()
                .filter(rarest -> isRare(rarest, classes.get(classes.size() - 1)))
                .filter(rarest -> usual - balanced(classes) > NOTABLE && rarest.chance(usual) < CHANCE);
    }

    private static boolean isRare(BestEpoch.OfClass rarest, BestEpoch.OfClass commonest) {
        return rarest.trainShare() < MODERATE * (rarest.trainShare() + commonest.trainShare());
    }

    private static double balanced(List<BestEpoch.OfClass> classes) {
        return classes.stream()
                .mapToDouble(each -> (double) each.right() / each.rows())
                .average()
                .orElse(Double.NaN);
    }
}
