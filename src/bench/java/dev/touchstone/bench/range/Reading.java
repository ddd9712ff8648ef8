package dev.touchstone.bench.range;

import dev.touchstone.base.Seed;
import dev.touchstone.evaluation.Baseline;
import dev.touchstone.gate.GateCache;
import dev.touchstone.gate.Judgement;
import dev.touchstone.gate.LearningRateRangeGate;
import dev.touchstone.gate.Verdict;
import dev.touchstone.metric.Metric;
import dev.touchstone.trial.TrialTask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A case: what the grid shows, and what the gate says of each rate of the grid.
 *
 * @param judgements one for each rate; all of them read the same ramp
 */
record Reading(RangeCase of, TrueInterval truth, List<Judgement> judgements) {
    static Reading of(RangeCase each, KeptValues values) throws IOException {
        double[] rates = Grid.rates();
        double[][] reached = new double[rates.length][];
        List<Judgement> judgements = new ArrayList<>();
        GateCache ramps = new Ramps();
        for (int i = 0; i < rates.length; i++) {
            reached[i] = values.get(each, rates[i]);
            judgements.add(new LearningRateRangeGate()
                    .judge(each.task().subject(each.at(rates[i]), new Seed(0), ramps).askingForInterval()));
        }
        TrialTask task = each.task();
        Metric metric = task.metric();
        double baseline = metric.value(
                new Baseline(task.data()).withoutALook(metric, task.data().validation()),
                task.data().validation().targets());
        return new Reading(each, TrueInterval.of(reached, metric, baseline), judgements);
    }

    boolean isReadable() {
        return judgements.get(0).verdict() != Verdict.INCONCLUSIVE;
    }

    double rate(Rule rule) {
        return rule.rate(judgements.get(0));
    }

    boolean isInside(Rule rule, double factor) {
        return truth.contains(rate(rule), factor);
    }

    /** So that the ramps are measured once. */
    private static final class Ramps implements GateCache {
        private final Map<String, String> kept = new HashMap<>();

        @Override
        public Optional<String> measured(String key) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void keepMeasured(String key, String json) {
            kept.put(key, json);
        }
    }
}
