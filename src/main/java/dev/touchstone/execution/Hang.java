package dev.touchstone.execution;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * A trial whose work has stopped going on.
 *
 * @param silent since the last sign of work
 * @param limit that the silence is beyond
 * @param median time from one training step to the next; nothing before enough steps to tell
 * @param steps taken since the trial began, its gates' and its training's
 */
public record Hang(Duration silent, Duration limit, Optional<Duration> median, long steps) {
    /** One sentence for whoever asks why the trial was ended. */
    public String reason() {
        return String.format(
                Locale.ROOT,
                "no sign of work for %.1f s after %d training steps%s; the limit is %.1f s",
                seconds(silent),
                steps,
                median.map(typical -> String.format(Locale.ROOT, " of %.3g s (median)", seconds(typical)))
                        .orElse(""),
                seconds(limit));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
