package dev.touchstone.report.html;

import dev.touchstone.gate.GateResult;
import dev.touchstone.store.TrialRecord;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A picture of one trial that a script draws when it comes into view.
 *
 * @param kind which drawing of the page's script shows the data
 * @param caption what is seen, in words and numbers, so that nothing is told by the drawing alone
 */
public record Chart(String kind, String caption, ChartData data) {
    static final String RANGE_TEST = "range-test";

    /** Numbers are null where the evidence has none. */
    private record RangeTest(
            Curve smoothed,
            Curve raw,
            @Nullable Double usableLow,
            @Nullable Double usableHigh,
            @Nullable Double divergence,
            @Nullable Double own) {}

    /** A loss over steps. */
    private record Losses(String step, Curve losses) {}

    /** The curve that a gate's evidence holds, if it holds one. */
    static Optional<Chart> of(GateResult result) {
        Evidence evidence = new Evidence(result.evidence());
        if (!evidence.numbers("rates").isEmpty()) {
            return rangeTest(evidence);
        }
        Curve losses = Curve.ofSteps(evidence.numbers("losses"));
        String caption = "Loss on the tiny batch by step, at the rate " + Figures.number(evidence.number("rate")) + ".";
        return losses.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart("losses", caption, ChartData.of(new Losses("step", losses))));
    }

    /** The training loss of single iterations, if any was recorded. */
    static Optional<Chart> trainingLoss(TrialRecord trial) {
        Curve losses = Curve.of(trial.lossIterations(), trial.losses());
        String caption = "Training loss by iteration, without regularisation terms.";
        return losses.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart("losses", caption, ChartData.of(new Losses("iteration", losses))));
    }

    private static Optional<Chart> rangeTest(Evidence evidence) {
        List<Double> rates = evidence.numbers("rates");
        Curve smoothed = Curve.of(rates, evidence.numbers("losses"));
        Curve raw = Curve.of(rates, evidence.numbers("raw-losses"));
        if (smoothed.isEmpty() && raw.isEmpty()) {
            return Optional.empty();
        }
        double low = evidence.number("usable-low");
        double high = evidence.number("usable-high");
        double divergence = evidence.number("divergence-rate");
        double own = evidence.number("own-rate");
        String usable = Double.isNaN(low) || Double.isNaN(high)
                ? "No usable interval was found"
                : "Usable from " + Figures.number(low) + " to " + Figures.number(high);
        String caption =
                "Smoothed loss by learning rate. " + usable + "; the trial's own rate is " + Figures.number(own)
                        + (Double.isNaN(divergence) ? "." : "; diverges at " + Figures.number(divergence) + ".");
        return Optional.of(new Chart(
                RANGE_TEST,
                caption,
                ChartData.of(new RangeTest(
                        smoothed,
                        raw,
                        Curve.written(low),
                        Curve.written(high),
                        Curve.written(divergence),
                        Curve.written(own)))));
    }
}
