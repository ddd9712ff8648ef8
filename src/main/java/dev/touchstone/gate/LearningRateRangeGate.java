package dev.touchstone.gate;

import dev.touchstone.model.Hyperparameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Judges the trial's own learning rate against the interval that a ramp over real batches shows to be usable. */
public final class LearningRateRangeGate implements Gate {
    static final String NAME = "learning-rate-range";

    private static final String USABLE_LOW = "usable-low";
    private static final String USABLE_HIGH = "usable-high";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "The trial's learning rate lies where a rising rate makes the loss fall, not where it stands or diverges.";
    }

    @Override
    public Judgement judge(GateSubject subject) {
        RateRamp ramp = subject.ramp();
        double own = subject.plan().learningRate();
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("own-rate", own);
        evidence.put("rates", list(ramp.rates()));
        evidence.put("losses", list(ramp.losses()));
        evidence.put("raw-losses", list(ramp.batchLosses()));
        evidence.put("start-loss", ramp.startLoss());
        if (!RangeReading.isReadable(ramp)) {
            return Judgement.of(
                    Verdict.INCONCLUSIVE,
                    String.format(
                            Locale.ROOT,
                            "no rate made the loss fall by %.0f %% of its start: the curve is too flat to read",
                            100 * RangeReading.LEAST_GAIN),
                    evidence);
        }
        RangeReading reading = RangeReading.of(ramp, subject.plan());
        evidence.put("stagnation-rate", reading.stagnation());
        evidence.put(USABLE_LOW, reading.low());
        evidence.put(USABLE_HIGH, reading.high());
        if (reading.divergence() != null) {
            evidence.put("divergence-rate", reading.divergence());
        }
        if (subject.plan().takesRateFromRange()) {
            return Judgement.of(
                    Verdict.PASS,
                    String.format(
                            Locale.ROOT, "one-cycle takes the largest usable learning rate, %.3g", reading.high()),
                    evidence);
        }
        return judge(own, reading, evidence);
    }

    private static Judgement judge(double own, RangeReading reading, Map<String, Object> evidence) {
        String usable = String.format(Locale.ROOT, "usable is %.3g to %.3g", reading.low(), reading.high());
        if (reading.divergence() != null && own >= reading.divergence()) {
            return judgement(
                    Verdict.REJECT,
                    String.format(
                            Locale.ROOT,
                            "a learning rate of %.3g is too high: the loss diverges at %.3g; %s",
                            own,
                            reading.divergence(),
                            usable),
                    evidence);
        }
        if (own < reading.stagnation()) {
            return judgement(
                    Verdict.REJECT,
                    String.format(
                            Locale.ROOT,
                            "a learning rate of %.3g is too low to learn within the planned iterations; %s",
                            own,
                            usable),
                    evidence);
        }
        if (own < reading.low()) {
            return judgement(
                    Verdict.WARN,
                    String.format(
                            Locale.ROOT, "a learning rate of %.3g is slow for the planned iterations; %s", own, usable),
                    evidence);
        }
        if (own > reading.high()) {
            return judgement(
                    Verdict.WARN,
                    String.format(
                            Locale.ROOT, "a learning rate of %.3g is near the edge of divergence; %s", own, usable),
                    evidence);
        }
        return Judgement.of(
                Verdict.PASS,
                String.format(Locale.ROOT, "a learning rate of %.3g is usable; %s", own, usable),
                evidence);
    }

    /** A rate moved to the nearer end of the usable interval that this gate's result found; the same rate without one. */
    public static double clamp(double rate, GateResult result) {
        if (result.evidence().get(USABLE_LOW) instanceof Number low
                && result.evidence().get(USABLE_HIGH) instanceof Number high) {
            return Math.min(high.doubleValue(), Math.max(low.doubleValue(), rate));
        }
        return rate;
    }

    /** The upper end of the usable interval that this gate's result found; nothing without one. */
    public static OptionalDouble largestUsable(GateResult result) {
        return result.evidence().get(USABLE_HIGH) instanceof Number high
                ? OptionalDouble.of(high.doubleValue())
                : OptionalDouble.empty();
    }

    private static Judgement judgement(Verdict verdict, String reason, Map<String, Object> evidence) {
        return new Judgement(verdict, reason, Hyperparameters.LEARNING_RATE, evidence);
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
