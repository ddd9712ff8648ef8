package dev.touchstone.trial;

import dev.touchstone.base.Seed;
import dev.touchstone.data.PreparedData;
import dev.touchstone.gate.GateSpec;
import dev.touchstone.gate.GateSubject;
import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.TaskLoss;
import dev.touchstone.model.Hyperparameters;
import dev.touchstone.model.NetworkBuilder;
import dev.touchstone.model.NetworkSpec;
import dev.touchstone.model.augmentation.AugmentationSpec;
import dev.touchstone.space.Assignment;
import dev.touchstone.training.Dl4jLearners;
import dev.touchstone.training.Learners;
import dev.touchstone.training.Pulse;
import dev.touchstone.training.PulsingLearners;
import dev.touchstone.training.Shuffle;
import dev.touchstone.training.TrainingLoop;
import dev.touchstone.training.TrainingSpec;

/**
 * What all trials of a study have in common. There is no test row in it and no path of the raw data.
 *
 * @param pulse hears the work of all learners, the gates' and the training's
 */
public record TrialTask(
        PreparedData data,
        AugmentationSpec augmentation,
        NetworkSpec model,
        GateSpec gates,
        TrainingSpec training,
        Metric metric,
        Direction direction,
        Pulse pulse) {
    /** A task whose work nobody hears. */
    public TrialTask(
            PreparedData data,
            AugmentationSpec augmentation,
            NetworkSpec model,
            GateSpec gates,
            TrainingSpec training,
            Metric metric,
            Direction direction) {
        this(data, augmentation, model, gates, training, metric, direction, Pulse.NONE);
    }

    /** The same task, heard by a pulse. */
    public TrialTask watchedBy(Pulse listener) {
        return new TrialTask(data, augmentation, model, gates, training, metric, direction, listener);
    }

    /** Learners of the network that an assignment stands for. */
    public Learners learners(Assignment assignment) {
        return new PulsingLearners(new Dl4jLearners(networks(), assignment), pulse);
    }

    /** Trainable numbers of the network that an assignment stands for, which may be too large to be made. */
    public long parameters(Assignment assignment) {
        return networks().parameters(assignment);
    }

    private NetworkBuilder networks() {
        return new NetworkBuilder(model, data.shape(), data.task());
    }

    /** What the gates judge of an assignment. */
    public GateSubject subject(Assignment assignment, Seed seed) {
        Hyperparameters hyperparameters = Hyperparameters.of(assignment);
        long iterations = (long) shuffle(hyperparameters, seed).batchesAnEpoch() * training.epochs();
        GateSubject.Plan plan = new GateSubject.Plan(
                hyperparameters.learningRate(),
                hyperparameters.batchSize(),
                networks().momentum(assignment),
                iterations,
                training.schedule(),
                augmentation.in(assignment, data));
        return new GateSubject(learners(assignment), data.train(), data.task(), plan, seed);
    }

    /** The training of an assignment. */
    public TrainingLoop loop(Assignment assignment, Seed seed) {
        Hyperparameters hyperparameters = Hyperparameters.of(assignment);
        return new TrainingLoop(
                training,
                shuffle(hyperparameters, seed),
                augmentation.in(assignment, data),
                data.validation(),
                new TaskLoss(data.task()),
                hyperparameters.learningRate(),
                metric,
                direction,
                seed);
    }

    private Shuffle shuffle(Hyperparameters hyperparameters, Seed seed) {
        return new Shuffle(data.train(), hyperparameters.batchSize(), seed);
    }
}
