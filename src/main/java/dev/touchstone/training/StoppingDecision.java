package dev.touchstone.training;

import dev.touchstone.base.ShortNumber;
import org.jspecify.annotations.Nullable;

/**
 * Why a training ended, and what early stopping had seen by then.
 *
 * @param watched null without early stopping
 */
public record StoppingDecision(StoppingRule rule, @Nullable Watched watched) {
    /**
     * What early stopping watched.
     *
     * @param metric its name
     * @param bestEpoch the first with the best value of this metric; 0 when none had a value. The epoch that is kept is
     *     the best of the objective's
     * @param best its value; NaN when none had one
     * @param patience stated, in epochs; null when the trend decides
     * @param waited epochs since the last improvement by more than the minimum
     * @param minimumImprovement in the metric's unit, as it was when training ended
     * @param noise standard deviation of an epoch's value around the trend; null when too few epochs were there to measure
     * @param promised what the trend at most promised for the epochs to come; null when nothing was left of the plan, or
     *     too few epochs were there to tell
     * @param planned epochs
     */
    public record Watched(
            String metric,
            int bestEpoch,
            double best,
            @Nullable Integer patience,
            int waited,
            double minimumImprovement,
            @Nullable Double noise,
            @Nullable Double promised,
            int planned) {}

    /** One clause. */
    public String inWords() {
        return switch (rule) {
            case EPOCHS -> "all epochs trained";
            case ITERATIONS -> "all iterations trained";
            case SECONDS -> "the time for training was over";
            case PATIENCE -> watched == null ? "early stopping" : patience(watched);
            case TREND -> watched == null ? "early stopping" : trend(watched);
        };
    }

    private static String patience(Watched watched) {
        return "no improvement of " + watched.metric() + by(watched) + " for " + watched.waited()
                + (watched.waited() == 1 ? " epoch" : " epochs");
    }

    private static String trend(Watched watched) {
        String promised = watched.promised() == null ? "nothing better" : ShortNumber.of(watched.promised());
        return "the trend of " + watched.metric() + " promised at best " + promised + " by epoch "
                + watched.planned() + ", no improvement" + by(watched) + " on " + ShortNumber.of(watched.best())
                + " of epoch " + watched.bestEpoch();
    }

    private static String by(Watched watched) {
        return watched.minimumImprovement() == 0 ? "" : " by more than " + ShortNumber.of(watched.minimumImprovement());
    }
}
