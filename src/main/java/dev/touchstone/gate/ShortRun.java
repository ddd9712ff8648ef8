package dev.touchstone.gate;

import dev.touchstone.base.Seed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The planned training in small: along its schedule in fewer steps, or its first steps. A rate at which a ramp diverges may
 * still end well where the schedule lowers it in time, or where answers are right though the loss is far off; this shows
 * whether it does.
 *
 * @param start before the first step
 * @param looks the last ones, the end among them; none when a loss on the way was not finite
 * @param outlook what the rest of the planned training may bring; told of beginnings alone
 */
record ShortRun(ProbeLook start, List<ProbeLook> looks, Outlook outlook) {
    /** A wild rate has good answers now and then; whoever has learnt has them each time. */
    static final int LOOKS = 3;

    /**
     * What a beginning tells of all planned steps.
     *
     * @param crawls whether the loss falls, but by so little that it would stay above that of guessing
     * @param isDead whether all rows get the same answer, and what moves its weights would not change that
     * @param answersValidation whether validation rows are answered better than by guessing, though nothing is learnt of train
     *     rows
     */
    record Outlook(boolean crawls, boolean isDead, boolean answersValidation) {
        static final Outlook NONE = new Outlook(false, false, false);

        Outlook answeringValidation() {
            return new Outlook(crawls, isDead, true);
        }
    }

    ShortRun with(Outlook other) {
        return new ShortRun(start, looks, other);
    }

    /**
     * Trains one at another rate to its end. Coarse looks do, for it stands for more than its steps: a trifle that is learnt by
     * then tells of no more to come.
     *
     * @param steps at most as many as are planned
     * @param rate of its schedule
     */
    static ShortRun atAnotherRate(GateSubject subject, Seed seed, long steps, double rate) {
        return inSmall(
                subject, Probe.coarse(subject, seed), steps, PlannedTraining.inSmall(subject, seed, steps, rate));
    }

    /** Trains one at another rate to its end, and looks at validation rows. */
    static ShortRun seenByValidation(GateSubject subject, Seed seed, long steps, double rate) {
        return inSmall(
                subject, Probe.ofValidation(subject, seed), steps, PlannedTraining.inSmall(subject, seed, steps, rate));
    }

    /** Trains one at the trial's own rate to its end. Fine looks, for whatever is learnt by then is a beginning. */
    static ShortRun atOwnRate(GateSubject subject, Seed seed, long steps) {
        double own = subject.plan().learningRate();
        return inSmall(subject, Probe.fine(subject, seed), steps, PlannedTraining.inSmall(subject, seed, steps, own));
    }

    private static ShortRun inSmall(GateSubject subject, Probe probe, long steps, SteppedTraining training) {
        try (training) {
            return ShortTraining.toItsEnd(subject, probe, steps, training);
        }
    }

    /**
     * Trains the first of the planned steps, not the schedule in small. It ends as soon as it learns beyond doubt, for the rest
     * could not make that undone, and goes on for as long again while it is on course to.
     *
     * @param seed of the looks
     * @param training of all planned steps
     * @param longest that it may become, in steps
     */
    static ShortRun beginning(GateSubject subject, Seed seed, SteppedTraining training, long steps, long longest) {
        try (training) {
            return ShortTraining.untilItLearns(subject, Probe.fine(subject, seed), steps, longest, training);
        }
    }

    boolean isFinite() {
        return !looks.isEmpty() && end().isFinite();
    }

    /** The last look; the start when no loss was finite. */
    ProbeLook end() {
        return looks.isEmpty() ? start : looks.get(looks.size() - 1);
    }

    /** The mean of the last looks' losses; not finite when a loss on the way was not. */
    double loss() {
        return looks.stream().mapToDouble(ProbeLook::loss).average().orElse(Double.NaN);
    }

    /** Whether it learns nothing and leaves the loss far above its start; not where it stops being finite. */
    boolean runsAway() {
        return isFinite() && !learns() && loss() > RampRun.DIVERGED * start.loss();
    }

    /**
     * Whether all rows get the same answer from its start to its end: nothing of them comes through, so that no gradient can
     * change it at any rate.
     */
    boolean ignoresRows() {
        return start.ignoresRows() && endsIgnoringRows();
    }

    /**
     * Whether answers that followed the rows come to be the same for all: its units are dead or saturated for every row, so
     * that no gradient can bring them back.
     */
    boolean dies() {
        return !start.ignoresRows() && endsIgnoringRows();
    }

    private boolean endsIgnoringRows() {
        return isFinite() && looks.stream().allMatch(ProbeLook::ignoresRows);
    }

    /** Whether it leaves the loss higher than its start, by what is no stagnation, or not finite. */
    boolean rises() {
        return !(loss() <= (1 + RateRamp.LEAST_GAIN) * start.loss());
    }

    /**
     * Whether it learns nothing and raises the loss, while its answers follow the rows: then gradients flow, and a
     * rate that is lowered in time may undo it. Units that are dead or saturated for all rows have no way back.
     */
    boolean mayComeBack() {
        return !learns() && rises() && isAlive();
    }

    /**
     * Whether its answers follow the rows in the end, and are not out of all proportion. What they did before tells
     * nothing: units that are dead for all rows do not come back.
     */
    boolean isAlive() {
        return isFinite() && end().isAlive();
    }

    /**
     * Whether answers that were next to the same for all rows come to follow them: gradients that vanish at the start then grow
     * from step to step, and the loss is the last to show it.
     */
    boolean wakes() {
        return isFinite() && !start.followsRows() && end().followsRows();
    }

    /** Whether nothing that a higher rate does could be better: it learns nothing, and the loss is lost. */
    boolean isLost() {
        return !isFinite() || runsAway();
    }

    /** Whether all last looks are better than guessing and than the start, beyond noise. */
    boolean learns() {
        return isFinite() && looks.stream().allMatch(look -> look.hasLearntSince(start));
    }

    /** Whether it learns and the loss tells so, too, not only the answers: what is beyond doubt. */
    boolean learnsWell() {
        return learns() && looks.stream().allMatch(look -> look.hasLowerLossThan(start));
    }

    /** What a gate's result keeps of it. */
    Map<String, Object> evidence() {
        ProbeLook end = end();
        Map<String, Object> evidence = new LinkedHashMap<>();
        if (end.hasAccuracy()) {
            evidence.put("short-run-accuracy", end.accuracy());
            evidence.put("accuracy-of-guessing", end.guessedAccuracy());
        }
        evidence.put("short-run-loss", end.loss());
        evidence.put("loss-of-guessing", end.guessedLoss());
        return evidence;
    }

    String inWords() {
        ProbeLook end = end();
        return end.hasAccuracy()
                ? String.format(
                        Locale.ROOT,
                        "a short run of its schedule comes to an accuracy of %.3g, guessing to %.3g",
                        end.accuracy(),
                        end.guessedAccuracy())
                : String.format(
                        Locale.ROOT,
                        "a short run of its schedule comes to a loss of %.3g where guessing costs %.3g",
                        end.loss(),
                        end.guessedLoss());
    }
}
