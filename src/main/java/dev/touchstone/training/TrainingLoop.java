package dev.touchstone.training;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.data.augmentation.Augmentations;
import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.TaskLoss;

/**
 * Trains one member of a learner in mini-batches, evaluates the validation rows after every epoch, keeps the best
 * epoch's state, and stops early.
 *
 * @param augmentations of train batches; never of validation rows
 * @param learningRate the trial's, from which the schedule starts
 * @param loss told of the validation rows
 * @param schedule the spec's, with values
 * @param objective whose best epoch is kept; watched by early stopping, too, unless the spec names another
 * @param seed every draw derives from it
 */
public record TrainingLoop(
        TrainingSpec spec,
        Shuffle shuffle,
        Augmentations augmentations,
        Rows validation,
        TaskLoss loss,
        double learningRate,
        Schedule schedule,
        Metric objective,
        Direction direction,
        Seed seed) {

    /**
     * Trains from the learner's present state.
     *
     * @return how it ended; the learner is left in its last state, not its best
     */
    public TrainingOutcome run(Learner learner, TrainingMonitor monitor) {
        return begin(learner, monitor).toEnd();
    }

    /** Trains from the learner's present state, step by step. */
    public TrainingRun begin(Learner learner, TrainingMonitor monitor) {
        return new TrainingRun(
                this, learner, monitor, TrainingCheckpoint.beginning(learner.save(0), learner.predict(0, validation)));
    }

    /**
     * Trains on from a checkpoint of this training, whatever state the learner is in; every number comes out as if it
     * had never stopped.
     *
     * @return how it ended; the learner is left in its last state, not its best
     * @throws IllegalArgumentException when the checkpoint does not belong to such a training or such a network
     */
    public TrainingOutcome resume(TrainingCheckpoint from, Learner learner, TrainingMonitor monitor) {
        if (from.iterations()
                != from.epochs() * shuffle.batchesAnEpoch() + from.losses().size()) {
            throw new IllegalArgumentException("a checkpoint of a training with another number of batches an epoch");
        }
        learner.restore(0, from.learner());
        return new TrainingRun(this, learner, monitor, from).toEnd();
    }

    /** Iterations when no epoch is left out. */
    long planned() {
        return spec.budget().planned(shuffle.batchesAnEpoch());
    }

    /** Epochs when no epoch is left out; the last may be shorter. */
    public int plannedEpochs() {
        return spec.budget().plannedEpochs(shuffle.batchesAnEpoch());
    }

    /** What early stopping watches. */
    Metric watched() {
        EarlyStoppingSpec stopping = spec.earlyStopping();
        return stopping == null || stopping.metric() == null ? objective : stopping.metric();
    }

    /** The objective's direction, where that is what is watched. */
    Direction watchedDirection() {
        return watched() == objective ? direction : watched().direction();
    }

    /** The learning rate of the last planned iteration. */
    public double endRate() {
        return rate(Math.toIntExact(planned() - 1));
    }

    /** The planned learning rate of an iteration, counted from 0. */
    double rate(int iteration) {
        return schedule.at(learningRate, iteration, planned());
    }
}
