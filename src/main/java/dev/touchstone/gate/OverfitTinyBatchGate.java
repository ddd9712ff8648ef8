package dev.touchstone.gate;

import dev.touchstone.data.Rows;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.Predictions;
import dev.touchstone.training.Learner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Judges model, loss and data together: without regularisation they must learn a few clean rows by heart (Karpathy's
 * recipe, 2019). The trial's own learning rate is tried first, then rates from the ramp; a batch that is learnt at any of
 * them passes, because the rate is another gate's matter.
 */
public final class OverfitTinyBatchGate implements Gate {
    static final String NAME = "overfit-tiny-batch";

    /** Steps at one rate. TheDeepChecker allows 200 in its overfit check and 1,000 in its fit check. */
    private static final int STEPS = 400;

    /** Steps between looks at the batch. */
    private static final int LOOK_EVERY = 10;

    /** Learnt: the loss is below this share of what guessing costs, and every row is right. */
    private static final double NEAR_ZERO = 0.05;

    /** The ramp's rate of lowest loss is divided by these: Smith (2015) names 3 to 4, fastai's minimum rule 10. */
    private static final double[] FRACTIONS = {2, 10, 40};

    /** When the ramp shows no rate that learns, these common defaults are tried, largest first. */
    private static final double[] COMMON_RATES = {1e-1, 1e-2, 1e-3};

    /** Fewer clean rows or classes than this are no test. */
    private static final int FEWEST_CLASSES = 2;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Without regularisation the network learns a tiny clean batch by heart.";
    }

    @Override
    public Judgement judge(GateSubject subject) {
        Rows train = subject.sample(subject.train().count(), "tiny-batch");
        TinyBatch batch = TinyBatch.of(train, subject.classes());
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("rows", batch.rows().count());
        evidence.put("contradicting-rows", batch.contradictions());
        evidence.put("duplicate-rows", batch.duplicates());
        if (batch.classes() < FEWEST_CLASSES) {
            return unusable(batch, evidence);
        }
        List<Double> rates = new ArrayList<>();
        rates.add(subject.plan().learningRate());
        Attempt best = attempt(subject, batch.rows(), rates.get(0));
        if (!best.learnt()) {
            for (double rate : ratesToTry(subject.ramp())) {
                rates.add(rate);
                Attempt next = attempt(subject, batch.rows(), rate);
                best = next.loss() < best.loss() || Double.isNaN(best.loss()) ? next : best;
                if (next.learnt()) {
                    best = next;
                    break;
                }
            }
        }
        evidence.put("rate", best.rate());
        evidence.put("own-rate", subject.plan().learningRate());
        evidence.put("tried-rates", rates);
        evidence.put("losses", best.losses());
        evidence.put("steps", best.steps());
        evidence.put("accuracy", best.accuracy());
        evidence.put("target-loss", target(subject));
        return judge(best, rates, evidence);
    }

    private static Judgement judge(Attempt best, List<Double> rates, Map<String, Object> evidence) {
        if (!best.learnt()) {
            return Judgement.of(
                    Verdict.REJECT,
                    String.format(
                            Locale.ROOT,
                            "%s rows could not be learnt by heart at any of %d learning rates (loss %.3g, %.0f %% right"
                                    + " at best): the model, the loss or the labels are at fault, not the rate",
                            evidence.get("rows"),
                            rates.size(),
                            best.loss(),
                            100 * best.accuracy()),
                    evidence);
        }
        String rate = rates.size() == 1
                ? "its own learning rate"
                : String.format(Locale.ROOT, "a learning rate of %.3g", best.rate());
        return Judgement.of(
                Verdict.PASS,
                String.format(
                        Locale.ROOT,
                        "%s rows were learnt by heart in %d steps at %s",
                        evidence.get("rows"),
                        best.steps(),
                        rate),
                evidence);
    }

    private static Judgement unusable(TinyBatch batch, Map<String, Object> evidence) {
        if (batch.contradictions() > 0) {
            return Judgement.of(
                    Verdict.REJECT,
                    "no clean batch can be made: rows with the same features carry different labels",
                    evidence);
        }
        return Judgement.of(Verdict.INCONCLUSIVE, "too few classes among the train rows to make a batch", evidence);
    }

    private static double[] ratesToTry(RateRamp ramp) {
        int lowest = ramp.lowest();
        if (!RangeReading.isReadable(ramp)) {
            return COMMON_RATES;
        }
        double[] rates = new double[FRACTIONS.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = ramp.rates()[lowest] / FRACTIONS[i];
        }
        return rates;
    }

    private static double target(GateSubject subject) {
        return NEAR_ZERO * Math.log(subject.classes());
    }

    /** Trains on the batch alone, every step on all of it. */
    private static Attempt attempt(GateSubject subject, Rows batch, double rate) {
        List<Double> losses = new ArrayList<>();
        double accuracy = 0;
        double loss = Double.NaN;
        try (Learner learner = subject.learners().plain(subject.networkSeed())) {
            for (int step = 0; step <= STEPS; step++) {
                if (step % LOOK_EVERY == 0) {
                    Predictions predictions = learner.predict(0, batch);
                    loss = Metric.CROSS_ENTROPY.value(predictions, batch.labels());
                    accuracy = Metric.ACCURACY.value(predictions, batch.labels());
                    losses.add(loss);
                    if (!Double.isFinite(loss) || (loss <= target(subject) && accuracy == 1)) {
                        return new Attempt(rate, step, loss, accuracy, losses, Double.isFinite(loss));
                    }
                }
                long seed = subject.seed("tiny-step").derive("step", step).value();
                learner.step(List.of(new Learner.Step(batch, rate, seed)));
            }
        }
        return new Attempt(rate, STEPS, loss, accuracy, losses, false);
    }

    private record Attempt(double rate, int steps, double loss, double accuracy, List<Double> losses, boolean learnt) {}
}
