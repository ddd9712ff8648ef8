package dev.touchstone.diagnosis.training;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A class that has fewer of the train rows than of the validation rows while another has about as many more, as where rows of the one are labelled
 * as the other.
 *
 * @param rare the one
 * @param common the other
 */
record ShrunkenClass(BestEpoch.OfClass rare, BestEpoch.OfClass common) {
    /** Standard errors of the difference between shares: splits at random do not come to it. */
    private static final double ERRORS = 3;

    /** Standard errors that do where the class is hardly learnt at all. */
    private static final double BACKED = 2;

    /** Standard errors that speak for themselves: by chance in less than one of a thousand splits of dozens of classes. */
    private static final double CERTAIN = 4;

    /** That answers are by chance; the class is chosen by its rows and not by its answers, so that one test will do. */
    private static final double CHANCE = 0.05;

    /** Of what is missing of the one. */
    private static final double HALF = 0.5;

    /**
     * The class of which most is missing, beyond chance, where it is also answered worse than all rows are, beyond chance, too, unless as
     * much is missing as no split at random comes to.
     */
    static Optional<ShrunkenClass> of(TrialFacts facts) {
        BestEpoch best = facts.best();
        if (best == null || best.classes().size() < 2) {
            return Optional.empty();
        }
        List<BestEpoch.OfClass> classes = best.classes();
        int rows = classes.stream().mapToInt(BestEpoch.OfClass::rows).sum();
        Comparator<BestEpoch.OfClass> byMissing = Comparator.comparingDouble(each -> missing(each, rows));
        BestEpoch.OfClass common = classes.stream().min(byMissing).orElseThrow();
        return classes.stream()
                .filter(each -> each.rows() > 0)
                .max(byMissing)
                .filter(each -> isMissing(each, common, rows, facts))
                .map(each -> new ShrunkenClass(each, common));
    }

    private static boolean isMissing(BestEpoch.OfClass rare, BestEpoch.OfClass common, int rows, TrialFacts facts) {
        double missing = missing(rare, rows);
        double errors = missing / error(rare, rows, facts.plan().trainRows());
        return errors > enough(rare, facts) && -missing(common, rows) > HALF * missing;
    }

    /** Standard errors that do, by how the class is answered. */
    private static double enough(BestEpoch.OfClass rare, TrialFacts facts) {
        double usual = Objects.requireNonNull(facts.best()).rightShare();
        if (NeglectedClass.of(facts).filter(rare::equals).isPresent()) {
            return BACKED;
        } else if (rare.chance(usual) < CHANCE) {
            return ERRORS;
        }
        return rare.right() < usual * rare.rows() ? CERTAIN : Double.POSITIVE_INFINITY;
    }

    /** Share of the validation rows less that of the train rows. */
    private static double missing(BestEpoch.OfClass of, int rows) {
        return (double) of.rows() / rows - of.trainShare();
    }

    private static double error(BestEpoch.OfClass of, int validationRows, int trainRows) {
        double share = (of.rows() + of.trainShare() * trainRows) / (validationRows + trainRows);
        return Math.sqrt(share * (1 - share) * (1.0 / validationRows + 1.0 / trainRows));
    }
}
