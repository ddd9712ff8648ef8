package dev.touchstone.gate;

import java.util.List;

/**
 * Where the loss of a training that is watched is going.
 *
 * @param looks evenly apart, at least a few
 * @param apart steps from one look to the next
 * @param taken steps at the last look
 */
record Course(ProbeLook start, List<ProbeLook> looks, GateSubject.Plan plan, long apart, long taken) {
    /** In which a loss is seen to fall. */
    private static final int HALVES = 2;

    /**
     * Whether a loss that goes on falling as it did in the second half, by the same share in as many steps, is lower than that
     * of guessing in so many times the steps: who comes back from a wild start, and who has begun to leave a plateau.
     */
    boolean comesBelowGuessing(double longer) {
        double fall = Math.log(middle().loss() / end().loss());
        double missing = Math.log(end().loss() / end().lossToBeat());
        return isMadeUp(missing, fall, longer);
    }

    /** Whether answers that do not follow the rows yet would in so many times the steps, differing by ever more as in the second half. */
    boolean comesToFollowRows(double longer) {
        double growth = Math.log(end().spread() / middle().spread());
        double missing = Math.log(BuildGate.SAME / end().spread());
        return !end().followsRows() && isMadeUp(missing, growth, longer);
    }

    /** Whether what is missing comes in so many times the steps, at the pace of the second half. */
    private static boolean isMadeUp(double missing, double ofSecondHalf, double longer) {
        return missing <= HALVES * (longer - 1) * ofSecondHalf;
    }

    /**
     * Whether a loss that falls at every look would be above that of guessing even after all planned steps, gaining as much
     * pace as it did from the first half to the second in as many steps, again and again. A rate at which steps are large
     * enough to get anywhere makes the loss rise now and then.
     */
    boolean crawls() {
        if (!fallsAtEveryLook()) {
            return false;
        }
        double middle = distance(taken - (looks.size() - looks.size() / HALVES) * apart);
        double end = distance(taken);
        double fall = middle().loss() - end().loss();
        double gainOfPace = Math.max(1, fall / (end - middle) * middle / (start.loss() - middle().loss()));
        double times = (distance(plan.iterations()) - end) / (end - middle);
        return end().loss() - fall * sumOfPowers(gainOfPace, times) > end().guessedLoss();
    }

    boolean fallsAtEveryLook() {
        double before = start.loss();
        for (ProbeLook look : looks) {
            if (!(look.loss() < before)) {
                return false;
            }
            before = look.loss();
        }
        return true;
    }

    /** The sum of a base's powers from 1 to an exponent, which need not be whole. */
    private static double sumOfPowers(double base, double exponent) {
        return base == 1 ? exponent : base * (Math.pow(base, exponent) - 1) / (base - 1);
    }

    /** How far an optimiser can get in so many of the planned steps at a rate of 1. */
    private double distance(long steps) {
        return Math.pow(plan.schedule().sum(steps, plan.iterations()), plan.distancePower());
    }

    private ProbeLook middle() {
        return looks.get(looks.size() / HALVES - 1);
    }

    private ProbeLook end() {
        return looks.get(looks.size() - 1);
    }
}
