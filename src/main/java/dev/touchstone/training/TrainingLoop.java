package dev.touchstone.training;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.Predictions;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains one member of a learner in mini-batches, evaluates the validation rows after every epoch, keeps the best
 * epoch's state, and stops early.
 *
 * @param learningRate the trial's, from which the schedule starts
 * @param objective followed by early stopping
 * @param seed every draw derives from it
 */
public record TrainingLoop(
        TrainingSpec spec,
        Shuffle shuffle,
        Rows validation,
        double learningRate,
        Metric objective,
        Direction direction,
        Seed seed) {

    /**
     * Trains from the learner's present state.
     *
     * @return how it ended; the learner is left in its last state, not its best
     */
    public TrainingOutcome run(Learner learner, TrainingMonitor monitor) {
        long start = System.nanoTime();
        int batches = shuffle.batchesAnEpoch();
        long planned = (long) batches * spec.epochs();
        EarlyStopping stopping = new EarlyStopping(spec.earlyStopping(), direction);
        LearnerState best = learner.save(0);
        Predictions bestPredictions = learner.predict(0, validation);
        double lastLoss = Double.NaN;
        int iteration = 0;
        for (int epoch = 1; epoch <= spec.epochs(); epoch++) {
            int[] order = shuffle.order(epoch);
            List<Double> losses = new ArrayList<>(batches);
            double rate = learningRate;
            for (int batch = 0; batch < batches; batch++) {
                if (monitor.stopRequested()) {
                    return new TrainingOutcome.Interrupted(iteration);
                }
                rate = spec.schedule().at(learningRate, iteration, planned);
                double loss = step(learner, shuffle.batch(order, batch), rate, iteration);
                iteration++;
                if (!Double.isFinite(loss)) {
                    return new TrainingOutcome.NotFinite("loss", iteration, rate, lastLoss);
                }
                lastLoss = loss;
                losses.add(loss);
            }
            if (!learner.isFinite(0)) {
                return new TrainingOutcome.NotFinite("parameters", iteration, rate, lastLoss);
            }
            Predictions predictions = learner.predict(0, validation);
            double value = objective.value(predictions, validation.labels());
            double validationLoss = Metric.CROSS_ENTROPY.value(predictions, validation.labels());
            if (stopping.record(epoch, value)) {
                best = learner.save(0);
                bestPredictions = predictions;
            }
            monitor.epochEnded(
                    new TrainingMonitor.Epoch(epoch, iteration, rate, losses, validationLoss, value, seconds(start)));
            if (stopping.isOver(epoch)) {
                String why = "no improvement for " + stopping.epochsWithout(epoch) + " epochs";
                return finished(stopping, iteration, start, why, best, bestPredictions);
            }
        }
        return finished(stopping, iteration, start, "all epochs trained", best, bestPredictions);
    }

    private double step(Learner learner, Rows batch, double rate, int iteration) {
        long drawSeed = seed.derive("step", iteration).value();
        return learner.step(List.of(new Learner.Step(batch, rate, drawSeed)))[0];
    }

    private static TrainingOutcome finished(
            EarlyStopping stopping,
            int iterations,
            long start,
            String why,
            LearnerState best,
            Predictions predictions) {
        return new TrainingOutcome.Finished(stopping.bestEpoch(), iterations, seconds(start), why, best, predictions);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
