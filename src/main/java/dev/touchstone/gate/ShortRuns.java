package dev.touchstone.gate;

import dev.touchstone.base.Seed;

/**
 * A trial's training in small, run as often as a verdict hangs on it. Nothing is rejected for what it might do while a
 * short run shows it to learn.
 */
final class ShortRuns {
    /** Of the planned iterations in the first, quick run. Most trials that learn at all have begun to by then. */
    private static final int QUICK_PART = 40;

    /** Of the planned iterations in each other run. */
    private static final int PART = 30;

    /** Fewer steps show nothing. */
    private static final int LEAST_STEPS = 20;

    /** As many as published range tests take. */
    private static final int MOST_STEPS = 100;

    /** Runs at the own rate beside the quick one, each with other initial parameters and batches. */
    private static final int REPEATS = 2;

    private final GateSubject subject;

    ShortRuns(GateSubject subject) {
        this.subject = subject;
    }

    /** The first and shortest one, at the trial's own rate. */
    ShortRun quick() {
        return run("quick", steps(QUICK_PART), 1);
    }

    /** The first run at the trial's own rate that learns; the last where none does. */
    ShortRun atOwnRate() {
        ShortRun run = quick();
        for (int repeat = 0; repeat < REPEATS && !run.learns(); repeat++) {
            run = run("own " + repeat, steps(PART), 1);
        }
        return run;
    }

    /** Whether no run at the trial's own rate stays finite. */
    boolean allDiverge() {
        return !quick().isFinite() && !atOwnRate().isFinite();
    }

    /**
     * Whether any run learns, at the own rate or at one that makes up for the fewer steps: the sum of the rates measures
     * how far an optimiser can get, so that a run of as many times the rate gets as far as all of the planned training, and
     * one of the root of that stands between.
     */
    boolean anyLearns() {
        double missing = subject.plan().iterations() / (double) steps(PART);
        return quick().learns()
                || run("half-stretched", steps(PART), Math.sqrt(missing)).learns()
                || run("stretched", steps(PART), missing).learns()
                || run("own 0", steps(PART), 1).learns();
    }

    private long steps(int part) {
        long planned = subject.plan().iterations();
        return Math.min(planned, Math.max(LEAST_STEPS, Math.min(MOST_STEPS, planned / part)));
    }

    private ShortRun run(String name, long steps, double stretch) {
        double rate = subject.plan().learningRate();
        Seed seed = subject.measured().seed().derive("short-run " + name);
        return subject.measured()
                .get(
                        "short run " + name + " at " + rate,
                        ShortRun.class,
                        () -> ShortRun.measure(subject, seed, steps, stretch * rate));
    }
}
