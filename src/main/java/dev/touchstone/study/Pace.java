package dev.touchstone.study;

import dev.touchstone.trial.TrialState;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How fast a run goes, from the trials that ended in it. */
final class Pace {
    private final long start = System.nanoTime();
    private final int endedBefore;

    /** @param endedBefore trials that had ended before this run */
    Pace(int endedBefore) {
        this.endedBefore = endedBefore;
    }

    SweepListener.Progress progress(int trials, int ended, Map<TrialState, Integer> counts, Leaderboard leaders) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        int endedHere = ended - endedBefore;
        @Nullable
        Duration left = endedHere == 0
                ? null
                : elapsed.multipliedBy(Math.max(0, trials - ended)).dividedBy(endedHere);
        return new SweepListener.Progress(
                trials,
                counts,
                leaders.bestTrial().orElse(null),
                leaders.bestValue().orElse(null),
                elapsed,
                left);
    }
}
