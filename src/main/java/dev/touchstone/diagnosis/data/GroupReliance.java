package dev.touchstone.diagnosis.data;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;

/**
 * How much of what train tells of validation rows comes from rows of their own group. Skill is the share of the loss of
 * the best constant that a prediction saves: 1 at best, 0 where nothing is learnt.
 *
 * @param without skill without the rows of a row's own group
 * @param byChance mean skill without as many others
 * @param error standard error of the share that is lost
 * @param p the probability of losing as much by chance
 * @param recognised how many times as many of the nearest rows are of a row's own group as by chance
 * @param beside the same of groups whose number is the next to its own, or as a multiple of those one further where this is more; 1, as by
 *     chance, where numbers have no order
 */
record GroupReliance(double without, double byChance, double error, double p, double recognised, double beside) {
    /** Deepchecks' condition on the drop of a score from rows that a model knows to rows that it does not. */
    private static final double NOTABLE = 0.1;

    /** Standard errors by which more than a notable share is lost. A column that tells a little is a feature like others. */
    private static final double ERRORS = 1;

    /** Smaller than usual, for many columns are asked and a false alarm keeps a study from being begun. */
    private static final double SIGNIFICANT = 0.005;

    /**
     * What merely predicts the label, without the other features telling which group a row is of, stays near 1. Of what is
     * measured rows with the next number are recognised nearly as well; the next identifier is something else.
     */
    private static final double RECOGNISED = 2;

    /** The share of the skill that comes from a row's own group. */
    double lost() {
        return (byChance - without) / byChance;
    }

    /** Whether a validation figure holds for rows whose group train has, and for no others. */
    boolean leaks() {
        return byChance > 0
                && lost() - ERRORS * error >= NOTABLE
                && p <= SIGNIFICANT
                && isRecognised(recognised, beside);
    }

    /** Whether the other features tell which group a row is of; without it nothing leaks. */
    static boolean isRecognised(double recognised, double beside) {
        return recognised >= RECOGNISED * Math.max(1, beside);
    }

    /** For people. */
    String words() {
        return ShortNumber.of(100 * lost()) + " % of what train tells of validation rows comes from there";
    }

    Evidence evidence() {
        return new Evidence()
                .with("lost-share", lost())
                .with("standard-error", error)
                .with("skill-without-own-group", without)
                .with("skill-without-as-many-others", byChance)
                .with("times-nearer-than-by-chance", recognised)
                .with("p-value", p);
    }
}
