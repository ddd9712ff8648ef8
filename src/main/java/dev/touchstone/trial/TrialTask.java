package dev.touchstone.trial;

import dev.touchstone.base.Seed;
import dev.touchstone.data.PreparedData;
import dev.touchstone.diagnosis.training.TrialPlan;
import dev.touchstone.gate.GateCache;
import dev.touchstone.gate.GateSpec;
import dev.touchstone.gate.GateSubject;
import dev.touchstone.gate.Measured;
import dev.touchstone.gate.RangeQuestion;
import dev.touchstone.metric.Direction;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.TaskLoss;
import dev.touchstone.model.Hyperparameters;
import dev.touchstone.model.NetworkBuilder;
import dev.touchstone.model.NetworkSpec;
import dev.touchstone.model.NetworkTraits;
import dev.touchstone.model.augmentation.AugmentationSpec;
import dev.touchstone.space.Assignment;
import dev.touchstone.training.Cut;
import dev.touchstone.training.Dl4jLearners;
import dev.touchstone.training.GradientRules;
import dev.touchstone.training.Learner;
import dev.touchstone.training.Learners;
import dev.touchstone.training.Pulse;
import dev.touchstone.training.PulsingLearners;
import dev.touchstone.training.ScheduleKind;
import dev.touchstone.training.Shuffle;
import dev.touchstone.training.TrainingLoop;
import dev.touchstone.training.TrainingSpec;
import java.util.Optional;

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

    /** The same task, its trainings cut short by something else. */
    public TrialTask cutBy(Cut cut) {
        return new TrialTask(data, augmentation, model, gates, training.cutBy(cut), metric, direction, pulse);
    }

    /** Learners of the network that an assignment stands for. */
    public Learners learners(Assignment assignment) {
        return new PulsingLearners(new Dl4jLearners(networks(), assignment, gradients(assignment)), pulse);
    }

    /** A learner with the initial parameters of a trial, which whoever asks closes. */
    public Learner learner(Assignment assignment, Seed trial) {
        return learners(assignment).regularised(GateSubject.networkSeed(trial));
    }

    /** Trainable numbers of the network that an assignment stands for, which may be too large to be made. */
    public long parameters(Assignment assignment) {
        return networks().parameters(assignment);
    }

    /** What of the network that an assignment stands for must suit the data; nothing where that cannot be told. */
    public Optional<NetworkTraits> traits(Assignment assignment) {
        return networks().traits(assignment);
    }

    /** Decoupled weight decay of a trial, wherever it is stated; 0 for none. */
    double weightDecay(Assignment assignment) {
        return networks().weightDecay(assignment);
    }

    /** What is done to rows and gradients of a trial on their way. */
    TrialPlan.Handling handling(Assignment assignment) {
        return new TrialPlan.Handling(
                !augmentation.steps().isEmpty(),
                networks().gradientNoise(assignment),
                Math.min(
                        gradients(assignment).rowsAtOnce(),
                        Hyperparameters.of(assignment).batchSize()),
                networks().momentum(assignment));
    }

    private GradientRules gradients(Assignment assignment) {
        return training.gradients().in(assignment);
    }

    private NetworkBuilder networks() {
        return NetworkBuilder.of(model, data);
    }

    /** What the gates judge of an assignment; they keep what they measure nowhere. */
    public GateSubject subject(Assignment assignment, Seed seed) {
        return subject(assignment, seed, GateCache.NONE);
    }

    /**
     * What the gates judge of an assignment.
     *
     * @param cache of this study
     */
    public GateSubject subject(Assignment assignment, Seed seed, GateCache cache) {
        Hyperparameters hyperparameters = Hyperparameters.of(assignment);
        int batchesAnEpoch = shuffle(hyperparameters, seed).batchesAnEpoch();
        GateSubject.Plan plan = new GateSubject.Plan(
                hyperparameters.learningRate(),
                question(assignment),
                hyperparameters.batchSize(),
                networks().momentum(assignment),
                networks().distancePower(assignment),
                training.in(assignment).budget().planned(batchesAnEpoch),
                training.schedule().in(assignment, batchesAnEpoch),
                augmentation.in(assignment, data));
        return new GateSubject(
                learners(assignment),
                data.train(),
                data.validation(),
                data.task(),
                plan,
                seed,
                measured(assignment, plan, cache));
    }

    /** The model is the same in all of a study, so its assignment stands for it. */
    private Measured measured(Assignment assignment, GateSubject.Plan plan, GateCache cache) {
        String configuration =
                data.fingerprint() + " " + data.train().count() + " rows, " + plan.iterations() + " iterations, "
                        + assignment.without(Hyperparameters.LEARNING_RATE).canonical();
        return new Measured(configuration, Environment.ofThisProcess().toString(), cache);
    }

    private RangeQuestion question(Assignment assignment) {
        if (takesRateFromRange(assignment)) {
            return RangeQuestion.WHICH_TO_TAKE;
        }
        return switch (gates.learningRateRange()) {
            case PRIOR -> RangeQuestion.WHICH_ARE_USABLE;
            case CLAMP -> RangeQuestion.IS_USABLE_ELSE_WHICH;
            case REJECT, ADVISE, OFF -> RangeQuestion.IS_USABLE;
        };
    }

    /** Whether the range test decides the learning rate: the largest of a one-cycle schedule that nothing else states. */
    public boolean takesRateFromRange(Assignment assignment) {
        return training.schedule().kind() == ScheduleKind.ONE_CYCLE && !assignment.has(Hyperparameters.LEARNING_RATE);
    }

    /** The training of an assignment. */
    public TrainingLoop loop(Assignment assignment, Seed seed) {
        Hyperparameters hyperparameters = Hyperparameters.of(assignment);
        Shuffle shuffle = shuffle(hyperparameters, seed);
        return new TrainingLoop(
                training.in(assignment),
                shuffle,
                augmentation.in(assignment, data),
                data.validation(),
                new TaskLoss(data.task()),
                hyperparameters.learningRate(),
                training.schedule().in(assignment, shuffle.batchesAnEpoch()),
                metric,
                direction,
                seed);
    }

    private Shuffle shuffle(Hyperparameters hyperparameters, Seed seed) {
        return new Shuffle(data.train(), hyperparameters.batchSize(), seed);
    }
}
