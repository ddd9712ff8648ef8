package dev.touchstone.gate;

import dev.touchstone.base.Seed;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A trial's training in small, run as often as a verdict hangs on it. Nothing is rejected for what it might do while a
 * short run shows it to learn.
 */
final class ShortRuns {
    /** Of the planned iterations in the first, quick run. Most trials that learn at all have begun to by then. */
    private static final int QUICK_PART = 40;

    /** Of the planned iterations in a run at another rate. */
    private static final int PART = 30;

    /**
     * Of the planned iterations in a long run at the own rate, which alone can reject: what begins to learn later than
     * that has little time left.
     */
    private static final int LONG_PART = 10;

    /** Fewer steps show nothing. */
    private static final int LEAST_STEPS = 20;

    /** As many as published range tests take. */
    private static final int MOST_STEPS = 100;

    /** Fewer steps of a long run show nothing that could reject: as many as published range tests take. */
    private static final int LEAST_LONG_STEPS = 100;

    /** Of a ramp, about. */
    private static final int RAMP_STEPS = 50;

    /**
     * A rate at which no run learns has a quick one, two at other rates, a ramp and a long one. A trial of fewer iterations is
     * cheaper trained than judged.
     */
    private static final int LEAST_PLAN = 3 * LEAST_STEPS + RAMP_STEPS + LEAST_LONG_STEPS;

    /** As many as TheDeepChecker (TOSEM 2022) trains a small batch. */
    private static final int MOST_LONG_STEPS = 1_000;

    /** Long runs, each with other initial parameters and batches, before all are said to diverge. */
    private static final int LONG_RUNS = 2;

    private final GateSubject subject;
    private final Map<String, ShortRun> runs = new HashMap<>();

    ShortRuns(GateSubject subject) {
        this.subject = subject;
    }

    /** Whether a trial may be rejected by trainings of a rate or a few rows: not where it is so short that they save nothing. */
    boolean mayJudge() {
        return subject.plan().iterations() >= LEAST_PLAN;
    }

    /** The first and shortest one, at the trial's own rate. */
    ShortRun quick() {
        return run("quick", () -> ShortRun.toItsEnd(subject, seed("quick"), steps(QUICK_PART)));
    }

    /** The first run at the trial's own rate that learns; the last where none does. */
    ShortRun atOwnRate() {
        ShortRun quick = quick();
        return quick.learns() ? quick : longRun(0);
    }

    /** Whether no run at the trial's own rate stays finite. */
    boolean allDiverge() {
        return !quick().isFinite()
                && IntStream.range(0, LONG_RUNS)
                        .noneMatch(repeat -> longRun(repeat).isFinite());
    }

    /** Whether all runs at the trial's own rate learn nothing and raise the loss; a ramp could tell nothing else. */
    boolean allRise() {
        return quick().rises() && longRun(0).rises() && !longRun(0).learns();
    }

    /**
     * Whether any run learns at a rate that makes up for the fewer steps: the sum of the rates measures how far an
     * optimiser can get (of AdaDelta a power of it), so that a run of as many times the rate gets as far as all of the
     * planned training, and one of the root of that stands between. None is run at a higher rate than one that raises
     * the loss at the trial's own, or loses it.
     */
    boolean stretchedLearns() {
        return !quick().rises()
                && (halfStretched().learns()
                        || (!halfStretched().isLost() && stretched().learns()));
    }

    /**
     * Whether the rate is surely not too low to get anywhere: it raises the loss, or one that makes up for the fewer steps
     * loses it.
     */
    boolean isFarFromTooLow() {
        return quick().rises() || halfStretched().isLost() || stretched().isLost();
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

    boolean quickOrStretchedLearns() {
        return quick().learns() || stretchedLearns();
    }

    /** Whether any run learns, at the own rate or at one that makes up for the fewer steps. */
    boolean anyLearns() {
        return !quick().ignoresRows() && (quickOrStretchedLearns() || longRun(0).learns());
    }

    /** The first is the beginning of the trial's own training: whether that learns is what matters, and others may not tell. */
    private ShortRun longRun(int repeat) {
        String name = "long " + repeat;
        Seed seed = repeat == 0 ? subject.trialSeed() : seed(name);
        return run(
                repeat == 0 ? name + " of " + seed.value() : name,
                () -> ShortRun.beginning(subject, seed, steps(LONG_PART, LEAST_LONG_STEPS, MOST_LONG_STEPS)));
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

    private long steps(int part, int least, int most) {
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
