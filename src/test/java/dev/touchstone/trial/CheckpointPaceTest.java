package dev.touchstone.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointPaceTest {
    private static final long MILLISECOND = 1_000_000;
    private static final long EVERY = CheckpointPace.EVERY.toNanos();

    private long now = Long.MAX_VALUE - 2 * EVERY; // the clock may overflow
    private int written;

    /** Trains for a while, offering a checkpoint of some cost every millisecond; what training itself took. */
    private long train(CheckpointPace pace, long nanos, long cost) {
        long trained = 0;
        while (trained < nanos) {
            now += MILLISECOND;
            trained += MILLISECOND;
            pace.offer(() -> {
                now += cost;
                written++;
            });
        }
        return trained;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 10, 20, 50, 300, 2_000})
    void checkpoints_neverTakeMoreThanTheirShareWhateverTheyCost(long milliseconds) {
        long cost = milliseconds * MILLISECOND;
        long trained = train(new CheckpointPace(() -> now), 400 * EVERY, cost);

        assertThat(written).isPositive();
        assertThat(written * cost).isLessThanOrEqualTo(trained / CheckpointPace.TIMES_COST + cost);
        assertThat(written).isLessThanOrEqualTo((int) (trained / EVERY));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void cheapCheckpoints_comeAsOftenAsTheyMay(int times) {
        train(new CheckpointPace(() -> now), times * EVERY, 0);

        assertThat(written).isEqualTo(times);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 500, 999})
    void shortTraining_isNotSlowed(long milliseconds) {
        train(new CheckpointPace(() -> now), milliseconds * MILLISECOND, 1);

        assertThat(written).isZero();
    }
}
