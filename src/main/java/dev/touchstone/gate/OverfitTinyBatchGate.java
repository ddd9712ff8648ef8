package dev.touchstone.gate;

import dev.touchstone.data.Rows;
import dev.touchstone.metric.Metric;
import dev.touchstone.training.Learner;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Judges model, loss and data together: without regularisation they must learn a few clean rows by heart (Karpathy's
 * recipe, 2019). The trial's own learning rate is tried first, then rates from the ramp; a batch that is learnt at any of
 * them passes, because the rate is another gate's matter. Each rate has a short try; only when all have failed does the best
 * have a long one. With zeroed inputs the loss must be worse, or else the model does not look at its data.
 */
public final class OverfitTinyBatchGate implements Gate {
    static final String NAME = "overfit-tiny-batch";

    /** Tries may take a third of the training that they might save: so much is what gates may cost. */
    private static final int LEAST_PLAN = 3 * TinyTries.MOST_STEPS;

    /** Fewer different labels than this are no test. */
    private static final int FEWEST_LABELS = 2;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Without regularisation the network learns a tiny clean batch by heart, and not without its inputs.";
    }

    /** Shared by trials whose rate is the same too, for their own rate is the first that is tried. */
    @Override
    public Judgement judge(GateSubject subject) {
        GateSubject.Plan plan = subject.plan();
        String part = NAME + " " + plan.learningRate() + (plan.question().isOfOwnRate() ? "" : " in any case")
                + (subject.hasShownToLearn() ? " after a training that learns" : "")
                + (subject.hasReadableRamp() ? " after a ramp" : "");
        return subject.measured().get(part, Judgement.class, () -> measure(subject));
    }

    private static Judgement measure(GateSubject subject) {
        int[] order = subject.measured()
                .seed()
                .derive("tiny-batch")
                .permutation(subject.train().count());
        TinyBatch batch = TinyBatch.of(subject.train(), order, subject.task());
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("rows", batch.rows().count());
        evidence.put("contradicting-rows", batch.contradictions());
        evidence.put("duplicate-rows", batch.duplicates());
        if (batch.labels() < FEWEST_LABELS) {
            return unusable(subject, batch, evidence);
        }
        return withoutTries(subject, evidence).orElseGet(() -> tried(subject, batch, evidence));
    }

    /**
     * Where no try could change the verdict: who has learnt from real batches what guessing does not know, in a short run or on
     * a ramp, can learn, and does not ignore its inputs. Nor are there any that may take too much of the training which they
     * might save. Where more is asked than whether to train, they are made in any case.
     */
    private static Optional<Judgement> withoutTries(GateSubject subject, Map<String, Object> evidence) {
        if (!subject.plan().question().isOfOwnRate()) {
            return Optional.empty();
        }
        ShortRuns runs = subject.shortRuns();
        if (subject.hasShownToLearn() || (runs.mayJudge() && runs.quick().learns())) {
            return Optional.of(Judgement.of(
                    Verdict.PASS, "model, loss and data can learn: they do so from real batches already", evidence));
        }
        return subject.plan().iterations() >= LEAST_PLAN
                ? Optional.empty()
                : Optional.of(Judgement.of(
                        Verdict.INCONCLUSIVE,
                        "no tries were made to learn a few rows by heart: they may take over a third of the planned training",
                        evidence));
    }

    private static Judgement tried(GateSubject subject, TinyBatch batch, Map<String, Object> evidence) {
        ByHeart byHeart = ByHeart.of(batch.rows(), subject.loss());
        try (Learner learner = subject.learners()
                .plain(GateSubject.networkSeed(subject.measured().seed()))) {
            TinyTraining training = new TinyTraining(learner, subject.measured().seed());
            TinyTries tries = new TinyTries(subject, training, byHeart);
            TinyTraining.Try best = tries.best();
            evidence.put("rate", best.rate());
            evidence.put("own-rate", subject.plan().learningRate());
            evidence.put("tried-rates", tries.rates());
            evidence.put("losses", best.losses());
            evidence.put("steps", best.steps());
            evidence.put(byHeart.rightness().specName(), best.look().rightness());
            evidence.put("target-loss", byHeart.targetLoss());
            if (TinyTries.isOpen(best)) {
                return open(best, byHeart, evidence);
            }
            double blind = blind(best, training, byHeart);
            evidence.put("loss-of-zeroed-inputs", blind);
            return judge(subject, best, blind, byHeart, tries.rates().size(), evidence);
        }
    }

    /**
     * The loss without inputs: of a network that has learnt the batch, asked once; of one that has not, after as many
     * steps on zeroed inputs.
     */
    private static double blind(TinyTraining.Try best, TinyTraining training, ByHeart byHeart) {
        Rows rows = byHeart.batch();
        ByHeart zeroed =
                byHeart.of(new Rows(rows.width(), new float[rows.features().limit()], rows.targets()));
        return best.learnt()
                ? training.look(zeroed).loss()
                : training.begin(best.rate(), zeroed, best.steps()).look().loss();
    }

    private static Judgement judge(
            GateSubject subject,
            TinyTraining.Try best,
            double blind,
            ByHeart byHeart,
            int rates,
            Map<String, Object> evidence) {
        Metric rightness = byHeart.rightness();
        if (!best.learnt()) {
            if (subject.shortRuns().anyLearns()) {
                return Judgement.of(
                        Verdict.WARN,
                        String.format(
                                Locale.ROOT,
                                "%s rows were not learnt by heart at any of %d learning rates (loss %.3g, %s %.3g at best),"
                                        + " though a short run learns from real batches",
                                evidence.get("rows"),
                                rates,
                                best.look().loss(),
                                rightness.specName(),
                                best.look().rightness()),
                        evidence);
            }
            boolean ignores = best.look().loss() > blind - byHeart.targetLoss();
            return Judgement.of(
                    Verdict.REJECT,
                    String.format(
                            Locale.ROOT,
                            "%s rows could not be learnt by heart at any of %d learning rates (loss %.3g, %s %.3g"
                                    + " at best): %s",
                            evidence.get("rows"),
                            rates,
                            best.look().loss(),
                            rightness.specName(),
                            best.look().rightness(),
                            ignores
                                    ? "with zeroed inputs it does as well, so the model ignores its data"
                                    : "the model, the loss or the labels are at fault, not the rate"),
                    evidence);
        }
        String rate = best.rate() == subject.plan().learningRate()
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

    private static Judgement open(TinyTraining.Try best, ByHeart byHeart, Map<String, Object> evidence) {
        return Judgement.of(
                Verdict.INCONCLUSIVE,
                String.format(
                        Locale.ROOT,
                        "%s rows were not learnt by heart in %d steps (loss %.3g, %s %.3g at best), but %s: more steps might do",
                        evidence.get("rows"),
                        best.steps(),
                        best.look().loss(),
                        byHeart.rightness().specName(),
                        best.look().rightness(),
                        best.look().leavesPlateau()
                                ? "they are told apart already, which the loss does not show yet"
                                : "their loss still fell"),
                evidence);
    }

    /** Where all rows contradict each other there is still a mean to be learnt. */
    private static Judgement unusable(GateSubject subject, TinyBatch batch, Map<String, Object> evidence) {
        if (batch.contradictions() == 0) {
            return Judgement.of(
                    Verdict.INCONCLUSIVE, "too few different labels among the train rows to make a batch", evidence);
        }
        String contradiction = "no clean batch can be made: rows with the same features carry different labels";
        return subject.shortRuns().anyLearns()
                ? Judgement.of(Verdict.INCONCLUSIVE, contradiction + "; a short run learns all the same", evidence)
                : Judgement.of(Verdict.REJECT, contradiction, evidence);
    }
}
