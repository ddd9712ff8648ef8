package dev.touchstone.training;

import dev.touchstone.metric.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows the watched metric over epochs, and says whether to stop. All it knows is the curve, so that one that is given
 * the curve of another goes on as that would have.
 *
 * <p>Stated patience counts the epochs since the value last improved by more than the minimum. Patience that is measured
 * ends when even the optimistic end of the trend ({@link CurveTrend}) of the epochs that are left beats the best value by
 * no more than the minimum: never before {@link CurveTrend#FEWEST} epochs have a value, and the sooner the less is left and
 * the less the metric scatters. A value that is not a number is never an improvement.
 */
public final class EarlyStopping {
    private final @Nullable EarlyStoppingSpec spec;
    private final String metric;
    private final Direction direction;
    private final int planned;
    private final List<Double> curve = new ArrayList<>();
    private BestSoFar best = BestSoFar.NONE;
    private BestSoFar improved = BestSoFar.NONE;

    /**
     * @param spec null for never stopping
     * @param metric the watched one's name
     * @param planned epochs
     * @param curve the values of the epochs so far
     */
    public EarlyStopping(
            @Nullable EarlyStoppingSpec spec, String metric, Direction direction, int planned, List<Double> curve) {
        this.spec = spec;
        this.metric = metric;
        this.direction = direction;
        this.planned = planned;
        curve.forEach(this::record);
    }

    /** Takes the value of the next epoch. */
    public void record(double value) {
        curve.add(value);
        best = best.after(curve.size(), value, direction);
        if (improved.isBeatenBy(value, 0, direction) && improved.isBeatenBy(value, minimum(), direction)) {
            improved = new BestSoFar(curve.size(), value);
        }
    }

    /** In the metric's unit, by what is known of the noise so far. */
    private double minimum() {
        if (spec == null) {
            return 0;
        } else if (spec.minimumImprovement() instanceof MinimumImprovement.Amount amount) {
            return amount.value();
        }
        return CurveTrend.of(curve).map(CurveTrend::noise).orElse(0.0);
    }

    /** The rule by which training ends now, or nothing. */
    public Optional<StoppingRule> ended() {
        if (spec == null) {
            return Optional.empty();
        } else if (spec.patience() instanceof Patience.Epochs epochs) {
            return waited() >= epochs.count() ? Optional.of(StoppingRule.PATIENCE) : Optional.empty();
        }
        return promised()
                .filter(promise -> !best.isBeatenBy(promise, minimum(), direction))
                .map(promise -> StoppingRule.TREND);
    }

    private int waited() {
        return curve.size() - improved.epoch();
    }

    /** The best that the trend may come to in what is left of the plan: at one of its ends, for the limit is convex. */
    private Optional<Double> promised() {
        if (curve.size() >= planned) {
            return Optional.empty();
        }
        return CurveTrend.of(curve).map(trend -> {
            double next = trend.promise(curve.size() + 1, direction);
            double last = trend.promise(planned, direction);
            return direction.better(next, last) ? next : last;
        });
    }

    /** What a training that ends now by a rule is told of. */
    StoppingDecision decision(StoppingRule rule) {
        if (spec == null) {
            return new StoppingDecision(rule, null);
        }
        return new StoppingDecision(
                rule,
                new StoppingDecision.Watched(
                        metric,
                        best.epoch(),
                        best.value(),
                        spec.patience() instanceof Patience.Epochs epochs ? epochs.count() : null,
                        waited(),
                        minimum(),
                        CurveTrend.of(curve).map(CurveTrend::noise).orElse(null),
                        promised().orElse(null),
                        planned));
    }

    /** The values so far. */
    List<Double> curve() {
        return List.copyOf(curve);
    }
}
