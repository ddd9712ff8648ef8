package dev.touchstone.diagnosis.training;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.Evidence;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.model.NetworkTraits;
import java.util.Optional;

/**
 * Batches that are the same in each epoch; have one or two rows where a layer normalises by what a batch has in common, or
 * leave it with what does not do for inference; or have one row where a notable part of the way is missing (Masters and
 * Luschi 2018 find batches from 2 to 32 rows best).
 */
final class BatchConstructionRule implements Rule {
    private static final int FEW = 2;

    /** A correlation of losses that mixed batches do not come to, over as many pairs of epochs. */
    private static final double ALIKE = 0.5;

    private static final int PAIRS = 3;

    private static final double HALF = 0.5;

    /** Of the way from the baseline to right answers, on train rows. */
    private static final double NOTABLE = 0.1;

    /** The loss of an epoch is also that of its beginning, so that in a sound training it is the larger one. */
    private static final double TIMES = 2;

    @Override
    public Optional<Finding> examine(TrialFacts facts) {
        TrialPlan plan = facts.plan();
        NetworkTraits network = plan.network();
        Severity severity = facts.isHarmed() || facts.shortfall().lack() > HALF ? Severity.WARNING : Severity.INFO;
        if (network != null && network.normalisesBatches() && rowsAtOnce(plan) <= FEW) {
            return Optional.of(FindingCode.BATCH_CONSTRUCTION.finding(
                    severity,
                    "batch normalisation takes its mean and deviation from batches of " + rowsAtOnce(plan)
                            + (rowsAtOnce(plan) == 1 ? " row" : " rows") + ", which hardly have any",
                    BatchNoise.beside(facts, new Evidence().with("batch-size", rowsAtOnce(plan))),
                    "take batches of 16 rows or more, or another normalisation"));
        }
        if (rowsAtOnce(plan) == 1 && plan.trainRows() > 1 && facts.severityOfCertain() == Severity.WARNING) {
            return Optional.of(FindingCode.BATCH_CONSTRUCTION.finding(
                    Severity.WARNING,
                    "each step follows the gradient of a single row",
                    BatchNoise.beside(facts, new Evidence().with("batch-size", 1)),
                    "take batches of 16 rows or more, or lower the learning rate"));
        }
        if (facts.batches().pairs() >= PAIRS && facts.batches().likeness() > ALIKE) {
            return Optional.of(FindingCode.BATCH_CONSTRUCTION.finding(
                    severity,
                    "the losses of an epoch go up and down as those of the epoch before (correlation "
                            + ShortNumber.of(facts.batches().likeness())
                            + "): batches are the same each time, and rows are not mixed",
                    new Evidence()
                            .with("correlation", facts.batches().likeness())
                            .with("pairs-of-epochs", facts.batches().pairs()),
                    "shuffle the rows before each epoch"));
        }
        return ofInference(facts);
    }

    /** Train rows that are answered poorly in inference, though in training they cost little by then. */
    private static Optional<Finding> ofInference(TrialFacts facts) {
        NetworkTraits network = facts.plan().network();
        BestEpoch best = facts.best();
        if (network == null
                || !network.normalisesBatches()
                || best == null
                || !(facts.shortfall().trainLack() > NOTABLE)) {
            return Optional.empty();
        }
        double inTraining = lossInTraining(facts, best.epoch());
        boolean learnt = inTraining < HALF * facts.plan().priorLoss();
        if (!learnt || !(best.trainLoss() > TIMES * inTraining)) {
            return Optional.empty();
        }
        return Optional.of(
                FindingCode.BATCH_CONSTRUCTION.finding(
                        Severity.INFO, // steps that are too large look the same until an experiment tells
                        "train rows cost " + ShortNumber.of(best.trainLoss()) + " in inference and "
                                + ShortNumber.of(inTraining)
                                + " in training: the mean and deviation that batch normalisation keeps for inference are not those of the batches",
                        new Evidence()
                                .with("train-loss-in-inference", best.trainLoss())
                                .with("train-loss-in-training", inTraining),
                        "train longer, lower the decay of batch-normalisation, take larger and mixed batches, or take dropout away before it"));
    }

    /** The mean over the iterations of an epoch; NaN where none is known. */
    private static double lossInTraining(TrialFacts facts, int epoch) {
        double epochs = facts.epochs().size();
        return facts.losses().isEmpty() || epoch < 1 || epoch > epochs
                ? Double.NaN
                : facts.losses().stretch((epoch - 1) / epochs, epoch / epochs).getMean();
    }

    private static int rowsAtOnce(TrialPlan plan) {
        return plan.handling() == null ? plan.batchSize() : plan.handling().rowsAtOnce();
    }
}
