package dev.touchstone.execution;

import dev.touchstone.training.Pulse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * Tells when the trial that a thread works on has hung: when nothing is heard of it for many times as long as its own
 * training steps take. The working thread begins, beats and ends; one other thread looks. Neither waits for the other, so
 * a watch neither slows training down nor is held up by a thread that hangs.
 */
public final class HangWatch implements Pulse {
    /** A hang is no iteration for 50 times the median of the trial's own, so the demand; ... */
    static final int TIMES_MEDIAN = 50;

    /** ... and for at least 30 s, so that a busy machine or a slow disk never looks like one. */
    public static final Duration FLOOR = Duration.ofSeconds(30);

    /** Fewer steps of a network have no median worth the name: the first ones also load and compile code. */
    static final int ENOUGH_STEPS = 5;

    /**
     * As long as there is no median. What comes before a network's first steps (ND4J is loaded, a large network is built
     * and looked into) takes seconds, on a slow and busy machine minutes.
     */
    static final Duration LIMIT_WITHOUT_MEDIAN = Duration.ofMinutes(10);

    /** Enough for a steady median, few enough to follow a machine that becomes slower. */
    static final int REMEMBERED = 101;

    /**
     * How often to look within the floor, at least. More time than this share of it never counts between two looks: a
     * process that was stopped as a whole, its watching thread too, has not hung.
     */
    public static final int LOOKS_IN_FLOOR = 10;

    private final LongSupplier nanoTime;
    private final long floor;

    // Written by the working thread only; a beat writes its time last, which makes the rest of it visible.
    private final AtomicLongArray intervals = new AtomicLongArray(REMEMBERED);
    private final AtomicLong stepsOfNetwork = new AtomicLong();
    private final AtomicLong steps = new AtomicLong();
    private volatile long lastBeat;
    private volatile boolean working;

    // The watching thread's own.
    private long beatSeen;
    private long lookedAt;
    private long silent;

    /**
     * @param nanoTime a clock that never goes back
     * @param floor no shorter silence is a hang
     */
    public HangWatch(LongSupplier nanoTime, Duration floor) {
        this.nanoTime = nanoTime;
        this.floor = floor.toNanos();
    }

    /** A trial begins. */
    public void begin() {
        steps.set(0);
        stepsOfNetwork.set(0);
        lastBeat = nanoTime.getAsLong();
        working = true;
    }

    /** The trial has ended; until the next begins there is nothing that could hang. */
    public void end() {
        working = false;
    }

    @Override
    public void beat(Work done) {
        long now = nanoTime.getAsLong();
        switch (done) {
            case NETWORK -> stepsOfNetwork.setPlain(0);
            case STEP -> {
                long step = stepsOfNetwork.getPlain();
                intervals.setPlain((int) (step % REMEMBERED), now - lastBeat);
                stepsOfNetwork.setPlain(step + 1);
                steps.setPlain(steps.getPlain() + 1);
            }
            case OTHER -> {}
        }
        lastBeat = now;
    }

    /** Looks whether the trial has hung. Only one thread may do so, at least {@link #LOOKS_IN_FLOOR} times in the floor. */
    public Optional<Hang> hang() {
        long beat = lastBeat;
        listen(beat);
        if (silent <= floor || !working) {
            return Optional.empty();
        }
        Optional<Duration> median = median();
        long limit = Math.max(
                floor,
                median.map(typical -> typical.multipliedBy(TIMES_MEDIAN))
                        .orElse(LIMIT_WITHOUT_MEDIAN)
                        .toNanos());
        Hang hang = new Hang(Duration.ofNanos(silent), Duration.ofNanos(limit), median, steps.get());
        // A beat since the first line is a sign of work, and may have mixed its numbers with those before it.
        return silent > limit && beat == lastBeat && working ? Optional.of(hang) : Optional.empty();
    }

    private void listen(long beat) {
        long now = nanoTime.getAsLong();
        boolean heard = beat != beatSeen;
        long since = Math.min(now - (heard ? beat : lookedAt), floor / LOOKS_IN_FLOOR);
        silent = heard ? since : silent + since;
        beatSeen = beat;
        lookedAt = now;
    }

    /** Of the times from one step to the next, the greater of two in the middle. */
    private Optional<Duration> median() {
        int count = (int) Math.min(stepsOfNetwork.get(), REMEMBERED);
        if (count < ENOUGH_STEPS) {
            return Optional.empty();
        }
        long[] sorted = new long[count];
        Arrays.setAll(sorted, intervals::get);
        Arrays.sort(sorted);
        return Optional.of(Duration.ofNanos(sorted[count / 2]));
    }
}
