package dev.touchstone.gate;

import dev.touchstone.base.Seed;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A trial's training in small, run as often as a verdict hangs on it. Nothing is rejected for what it might do while a
 * short run shows it to learn.
 */
final class ShortRuns {
    /** Of the planned iterations in a quick run of all of the schedule. */
    private static final int QUICK_PART = 40;

    /** Of the planned iterations in a run at another rate. */
    private static final int PART = 30;

    /** Of the planned iterations that a beginning is watched for. Nothing is rejected that has learnt by then. */
    private static final int BEGINNING_PART = 10;

    /** Of the planned iterations in the least beginning, at most: to watch more of a short plan is hardly cheaper than to train it. */
    private static final int LARGEST_PART = 5;

    /** Of the planned iterations in the longest beginning: what has not begun to learn by then has little time left. */
    private static final int LONGEST_PART = 2;

    /** Fewer steps show nothing. */
    private static final int LEAST_STEPS = 20;

    /** As many as published range tests take. */
    private static final int MOST_STEPS = 100;

    /** Of a ramp, about. */
    private static final int RAMP_STEPS = 50;

    /**
     * A rate at which no run learns has a beginning that may be gone on with, a quick run, two at other rates and a ramp. A
     * trial of fewer iterations is cheaper trained than judged.
     */
    private static final int LEAST_PLAN =
            3 * LEAST_STEPS + RAMP_STEPS + ShortTraining.LONGER * ShortTraining.LEAST_BEGINNING;

    /** As many as TheDeepChecker (TOSEM 2022) trains a small batch. */
    private static final int MOST_BEGINNING_STEPS = 1_000;

    private final GateSubject subject;
    private final Map<String, ShortRun> runs = new HashMap<>();

    ShortRuns(GateSubject subject) {
        this.subject = subject;
    }

    /** Whether a trial may be rejected by trainings of a rate or a few rows: not where it is so short that they save nothing. */
    boolean mayJudge() {
        return subject.plan().iterations() >= LEAST_PLAN;
    }

    /** All of its schedule, at the trial's own rate. */
    ShortRun quick() {
        return run("quick", () -> ShortRun.atOwnRate(subject, seed("quick"), steps(QUICK_PART)));
    }

    /**
     * The first run at the trial's own rate that learns; how its training begins where none does. Where that crawls, no run is
     * worth its while: fewer steps get less far. Where it is dead, others do not bring it back.
     */
    ShortRun atOwnRate() {
        return beginning().learns() || crawls() || isDead() || !areWorthTheirSteps() || !quick().learns()
                ? beginning()
                : quick();
    }

    /** Whether runs beside the trial's own training are: not where all that hangs on them is a training that takes no longer. */
    private boolean areWorthTheirSteps() {
        return mayJudge() || subject.plan().question() != RangeQuestion.IS_USABLE;
    }

    private boolean isDead() {
        return beginning().outlook().isDead();
    }

    /**
     * Whether the trial's own training falls too slowly to come below guessing. A plan of a handful of steps is too short at any
     * rate.
     */
    boolean crawls() {
        return subject.plan().iterations() >= LEAST_STEPS
                && !beginning().learns()
                && beginning().outlook().crawls();
    }

    /**
     * What is said of a trial that learns nothing: a rejection, unless its own training answers validation rows better than
     * guessing all the same, for then it need not learn.
     *
     * @param parameter as in {@link Judgement}
     */
    Judgement rejection(String reason, @Nullable String parameter, Map<String, Object> evidence) {
        return beginning().outlook().answersValidation()
                ? new Judgement(
                        Verdict.WARN,
                        reason + "; validation rows are answered better than by guessing all the same",
                        parameter,
                        evidence)
                : new Judgement(Verdict.REJECT, reason, parameter, evidence);
    }

    /** Whether no run at the trial's own rate stays finite. */
    boolean allDiverge() {
        return !beginning().isFinite()
                && !quick().isFinite()
                && !otherBeginning().isFinite();
    }

    /** Whether its own training comes to give all rows the same answer for good, or so far and a quick run learns nothing. */
    boolean dies() {
        return isDead() || (beginning().dies() && !quick().learns());
    }

    /** Whether all runs at the trial's own rate learn nothing and raise the loss; a ramp could tell nothing else. */
    boolean allRise() {
        return beginning().rises() && quick().rises() && !atOwnRate().learns();
    }

    /**
     * Whether any run learns at a rate that makes up for the fewer steps: the sum of the rates measures how far an
     * optimiser can get (of AdaDelta a power of it), so that a run of as many times the rate gets as far as all of the
     * planned training, and one of the root of that stands between. None is run at a higher rate than one that raises
     * the loss at the trial's own, or loses it.
     */
    boolean stretchedLearns() {
        return areWorthTheirSteps()
                && !beginning().dies()
                && !quick().rises()
                && (halfStretched().learns()
                        || (!halfStretched().isLost() && stretched().learns()));
    }

    private ShortRun halfStretched() {
        return stretched("half-stretched", Math.sqrt(missing()));
    }

    private ShortRun stretched() {
        return stretched("stretched", missing());
    }

    /** How much farther an optimiser gets by the planned training than by so few of its steps. */
    private double missing() {
        return Math.pow(
                subject.plan().iterations() / (double) steps(PART),
                subject.plan().distancePower());
    }

    /** Whether any of those that were run already learns. */
    boolean anyHasLearnt() {
        return runs.values().stream().anyMatch(ShortRun::learns);
    }

    /**
     * Whether any run learns, at the own rate or at one that makes up for the fewer steps. None is asked where nothing of the
     * rows comes through, or the own training crawls or is dead.
     */
    boolean anyLearns() {
        return !beginning().ignoresRows()
                && !crawls()
                && !isDead()
                && (atOwnRate().learns() || stretchedLearns());
    }

    /** Of the trial's own training: whether that learns is what matters, and others may not tell. */
    private ShortRun beginning() {
        return beginning(subject.trialSeed(), subject::ownTraining);
    }

    /** Of such a training with other initial parameters and batches. */
    private ShortRun otherBeginning() {
        Seed seed = seed("other beginning");
        return beginning(seed, () -> PlannedTraining.whole(subject, seed));
    }

    private ShortRun beginning(Seed seed, Supplier<SteppedTraining> training) {
        return run("beginning of " + seed.value(), () -> {
            long planned = subject.plan().iterations();
            long least = Math.max(LEAST_STEPS, Math.min(ShortTraining.LEAST_BEGINNING, planned / LARGEST_PART));
            long steps = steps(BEGINNING_PART, least, MOST_BEGINNING_STEPS);
            long longest = Math.max(steps, planned / LONGEST_PART);
            return ShortRun.beginning(subject, seed, training.get(), steps, longest);
        });
    }

    private ShortRun stretched(String name, double stretch) {
        return run(
                name,
                () -> ShortRun.atAnotherRate(
                        subject,
                        seed(name),
                        steps(PART),
                        stretch * subject.plan().learningRate()));
    }

    private long steps(int part) {
        return steps(part, LEAST_STEPS, MOST_STEPS);
    }

    private long steps(int part, long least, int most) {
        long planned = subject.plan().iterations();
        return Math.min(planned, Math.max(least, Math.min(most, planned / part)));
    }

    private Seed seed(String name) {
        return subject.measured().seed().derive("short-run " + name);
    }

    private ShortRun run(String name, Supplier<ShortRun> measure) {
        return runs.computeIfAbsent(
                name,
                run -> subject.measured()
                        .get(
                                "training in small " + run + " at "
                                        + subject.plan().learningRate(),
                                ShortRun.class,
                                measure));
    }
}
