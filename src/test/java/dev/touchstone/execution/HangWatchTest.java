package dev.touchstone.execution;

import static dev.touchstone.training.Pulse.Work.NETWORK;
import static dev.touchstone.training.Pulse.Work.OTHER;
import static dev.touchstone.training.Pulse.Work.STEP;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HangWatchTest {
    private static final Duration LOOK = HangWatch.FLOOR.dividedBy(HangWatch.LOOKS_IN_FLOOR);
    private static final Duration INSTANT = Duration.ofMillis(1);

    /** Near the end of its range, for a clock's numbers mean nothing but their differences. */
    private long now = Long.MAX_VALUE - 7;

    private final HangWatch watch = new HangWatch(() -> now, HangWatch.FLOOR);

    /** Lets time pass and looks as often as is asked for. */
    private Optional<Hang> silence(Duration time) {
        Optional<Hang> hang = watch.hang();
        Duration left = time;
        while (!left.isZero()) {
            Duration part = left.compareTo(LOOK) < 0 ? left : LOOK;
            now += part.toNanos();
            hang = watch.hang();
            left = left.minus(part);
        }
        return hang;
    }

    private void steps(int count, Duration each) {
        for (int step = 0; step < count; step++) {
            now += each.toNanos();
            watch.beat(STEP);
        }
    }

    @Test
    void quickTrial_hangsAfterTheFloor() {
        watch.begin();
        watch.beat(NETWORK);
        steps(20, Duration.ofMillis(2));

        assertThat(silence(HangWatch.FLOOR)).isEmpty();
        assertThat(silence(INSTANT))
                .contains(new Hang(
                        HangWatch.FLOOR.plus(INSTANT), HangWatch.FLOOR, Optional.of(Duration.ofMillis(2)), 20));
    }

    @Test
    void slowTrial_hangsAfterFiftyTimesItsMedian() {
        watch.begin();
        watch.beat(NETWORK);
        steps(7, Duration.ofSeconds(2));

        assertThat(silence(Duration.ofSeconds(100))).isEmpty();
        assertThat(silence(INSTANT))
                .hasValueSatisfying(hang -> assertThat(hang.reason())
                        .isEqualTo("no sign of work for 100.0 s after 7 training steps of 2.00 s (median);"
                                + " the limit is 100.0 s"));
    }

    @Test
    void trialWithoutEnoughSteps_hasTheLongLimit() {
        watch.begin();
        watch.beat(NETWORK);
        steps(HangWatch.ENOUGH_STEPS - 1, Duration.ofMillis(2));

        assertThat(silence(HangWatch.LIMIT_WITHOUT_MEDIAN)).isEmpty();
        assertThat(silence(INSTANT)).hasValueSatisfying(hang -> {
            assertThat(hang.median()).isEmpty();
            assertThat(hang.reason())
                    .isEqualTo("no sign of work for 600.0 s after 4 training steps; the limit is 600.0 s");
        });
    }

    @Test
    void anotherNetwork_isNotMeasuredByTheOneBefore() {
        watch.begin();
        watch.beat(NETWORK);
        steps(200, INSTANT);
        watch.beat(NETWORK);

        assertThat(silence(HangWatch.LIMIT_WITHOUT_MEDIAN)).isEmpty();
        steps(HangWatch.ENOUGH_STEPS, Duration.ofSeconds(9));
        assertThat(silence(Duration.ofSeconds(449))).isEmpty();
    }

    @Test
    void otherWork_isASignOfLifeThatIsNotMeasured() {
        watch.begin();
        watch.beat(NETWORK);
        steps(10, Duration.ofSeconds(3));
        for (int part = 0; part < 500; part++) {
            now += INSTANT.toNanos();
            watch.beat(OTHER);
        }

        assertThat(silence(Duration.ofSeconds(149))).isEmpty();
        watch.beat(OTHER);
        assertThat(silence(Duration.ofSeconds(149))).isEmpty();
        assertThat(silence(Duration.ofSeconds(2)).orElseThrow().median()).contains(Duration.ofSeconds(3));
    }

    @Test
    void withoutATrial_nothingHangs() {
        assertThat(silence(Duration.ofHours(1))).isEmpty();
        watch.begin();
        watch.beat(NETWORK);
        steps(20, INSTANT);
        watch.end();
        assertThat(silence(Duration.ofHours(1))).isEmpty();
    }

    @Test
    void nextTrial_beginsWithNothingMeasured() {
        watch.begin();
        steps(20, INSTANT);
        assertThat(silence(Duration.ofHours(1))).isPresent();
        watch.end();
        watch.begin();

        assertThat(silence(HangWatch.LIMIT_WITHOUT_MEDIAN)).isEmpty();
        assertThat(silence(INSTANT).orElseThrow().steps()).isZero();
    }

    @Test
    void processThatWasStoppedAsAWhole_hasNotHung() {
        watch.begin();
        steps(20, INSTANT);
        assertThat(silence(LOOK)).isEmpty();
        now += Duration.ofHours(1).toNanos();

        assertThat(watch.hang()).isEmpty();
        assertThat(silence(HangWatch.FLOOR.minus(LOOK.multipliedBy(2)))).isEmpty();
        assertThat(silence(INSTANT)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void trialWhoseStepsVaryWithinTheLimit_neverHangsAndItsMedianIsRight(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double typical = Math.exp(random.nextDouble(Math.log(1e-4), Math.log(100)));
        long[] intervals = new long[HangWatch.ENOUGH_STEPS + random.nextInt(400)];
        watch.begin();
        for (int step = 0; step < intervals.length; step++) {
            // Every other step is a typical one, so that no draw moves the median far.
            double factor = step % 2 == 0 ? 1 : Math.exp(random.nextDouble(-Math.log(49), Math.log(49)));
            intervals[step] = (long) (1e9 * typical * factor);
            assertThat(silence(Duration.ofNanos(intervals[step]))).isEmpty();
            watch.beat(STEP);
        }

        long[] last =
                Arrays.copyOfRange(intervals, Math.max(0, intervals.length - HangWatch.REMEMBERED), intervals.length);
        Arrays.sort(last);
        Duration median = Duration.ofNanos(last[last.length / 2]);
        Duration fifty = median.multipliedBy(HangWatch.TIMES_MEDIAN);
        Duration limit = fifty.compareTo(HangWatch.FLOOR) < 0 ? HangWatch.FLOOR : fifty;
        assertThat(silence(limit)).isEmpty();
        assertThat(silence(INSTANT))
                .contains(new Hang(limit.plus(INSTANT), limit, Optional.of(median), intervals.length));
    }

    @Test
    void watchingThread_neverTakesABusyTrialForOneThatHangs() throws InterruptedException {
        Duration floor = Duration.ofMillis(500);
        HangWatch busy = new HangWatch(System::nanoTime, floor);
        AtomicBoolean stop = new AtomicBoolean();
        Thread worker = new Thread(() -> {
            while (!stop.get()) {
                busy.begin();
                for (int step = 0; step < 10_000; step++) {
                    busy.beat(step % 1_000 == 0 ? NETWORK : STEP);
                }
                busy.end();
            }
            busy.begin();
            for (int step = 0; step < 10; step++) {
                busy.beat(STEP);
            }
        });
        worker.start();
        long end = System.nanoTime() + floor.toNanos();
        while (System.nanoTime() < end) {
            assertThat(busy.hang()).isEmpty();
        }
        stop.set(true);
        worker.join();

        assertThat(busy.hang()).isEmpty();
        Optional<Hang> hang = Optional.empty();
        while (hang.isEmpty()) {
            Thread.sleep(1);
            hang = busy.hang();
        }
        assertThat(hang.orElseThrow().limit()).isEqualTo(floor);
        assertThat(hang.orElseThrow().steps()).isEqualTo(10);
    }
}
