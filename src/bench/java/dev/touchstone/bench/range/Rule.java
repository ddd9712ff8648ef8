package dev.touchstone.bench.range;

import dev.touchstone.gate.Judgement;
import java.util.List;

/** Ways to read one learning rate from the curve of a ramp. */
enum Rule {
    TOUCHSTONE("suggestion"),
    FASTAI_VALLEY("valley"),
    FASTAI_STEEP("steepest"),
    FASTAI_MINIMUM("minimum-tenth"),
    LIGHTNING("") {
        /** The steepest gradient over the rate itself, without the first ten points and the last. */
        @Override
        double rate(Judgement judgement) {
            List<Double> rates = numbers(judgement, "rates");
            List<Double> losses = numbers(judgement, "losses");
            int steepest = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int i = SKIPPED_FIRST; i < rates.size() - 1; i++) {
                double slope = (losses.get(i + 1) - losses.get(i - 1)) / (rates.get(i + 1) - rates.get(i - 1));
                if (slope < least) {
                    least = slope;
                    steepest = i;
                }
            }
            return steepest < 0 ? Double.NaN : rates.get(steepest);
        }
    };

    private static final int SKIPPED_FIRST = 10;

    private final String evidence;

    /** @param evidence where the gate has it */
    Rule(String evidence) {
        this.evidence = evidence;
    }

    /** NaN where the rule reads nothing. */
    double rate(Judgement judgement) {
        return ((Number) judgement.evidence().get(evidence)).doubleValue();
    }

    private static List<Double> numbers(Judgement judgement, String key) {
        return ((List<?>) judgement.evidence().get(key))
                .stream().map(number -> ((Number) number).doubleValue()).toList();
    }
}
