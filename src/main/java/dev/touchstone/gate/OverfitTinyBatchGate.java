package dev.touchstone.gate;

import dev.touchstone.metric.Metric;
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

    /** The ramp's rate of lowest loss is divided by these: Smith (2015) names 3 to 4, fastai's minimum rule 10. */
    private static final double[] FRACTIONS = {2, 10, 40};

    /** When the ramp shows no rate that learns, these common defaults are tried, largest first. */
    private static final double[] COMMON_RATES = {1e-1, 1e-2, 1e-3};

    /** Fewer different labels than this are no test. */
    private static final int FEWEST_LABELS = 2;

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
        TinyBatch batch = TinyBatch.of(subject.train(), subject.order("tiny-batch"), subject.task());
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("rows", batch.rows().count());
        evidence.put("contradicting-rows", batch.contradictions());
        evidence.put("duplicate-rows", batch.duplicates());
        if (batch.labels() < FEWEST_LABELS) {
            return unusable(batch, evidence);
        }
        ByHeart byHeart = ByHeart.of(batch.rows(), subject.loss());
        List<Double> rates = new ArrayList<>();
        rates.add(subject.plan().learningRate());
        Attempt best = attempt(subject, byHeart, rates.get(0));
        if (!best.learnt()) {
            for (double rate : ratesToTry(subject.ramp())) {
                rates.add(rate);
                Attempt next = attempt(subject, byHeart, rate);
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
        evidence.put(byHeart.rightness().specName(), best.rightness());
        evidence.put("target-loss", byHeart.targetLoss());
        return judge(best, byHeart.rightness(), rates, evidence);
    }

    private static Judgement judge(Attempt best, Metric rightness, List<Double> rates, Map<String, Object> evidence) {
        if (!best.learnt()) {
            return Judgement.of(
                    Verdict.REJECT,
                    String.format(
                            Locale.ROOT,
                            "%s rows could not be learnt by heart at any of %d learning rates (loss %.3g, %s %.3g"
                                    + " at best): the model, the loss or the labels are at fault, not the rate",
                            evidence.get("rows"),
                            rates.size(),
                            best.loss(),
                            rightness.specName(),
                            best.rightness()),
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
        return Judgement.of(
                Verdict.INCONCLUSIVE, "too few different labels among the train rows to make a batch", evidence);
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

    /** Trains on the batch alone, every step on all of it. */
    private static Attempt attempt(GateSubject subject, ByHeart byHeart, double rate) {
        List<Double> losses = new ArrayList<>();
        ByHeart.Look look = new ByHeart.Look(Double.NaN, 0, false);
        try (Learner learner = subject.learners().plain(subject.networkSeed())) {
            for (int step = 0; step <= STEPS; step++) {
                if (step % LOOK_EVERY == 0) {
                    look = byHeart.look(learner.predict(0, byHeart.batch()));
                    losses.add(look.loss());
                    if (!Double.isFinite(look.loss()) || look.learnt()) {
                        return new Attempt(rate, step, look.loss(), look.rightness(), losses, look.learnt());
                    }
                }
                long seed = subject.seed("tiny-step").derive("step", step).value();
                learner.step(List.of(new Learner.Step(byHeart.batch(), rate, seed)));
            }
        }
        return new Attempt(rate, STEPS, look.loss(), look.rightness(), losses, false);
    }

    private record Attempt(
            double rate, int steps, double loss, double rightness, List<Double> losses, boolean learnt) {}
}
