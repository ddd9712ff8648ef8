package dev.touchstone.gate;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.data.Task;
import dev.touchstone.data.augmentation.Augmentations;
import dev.touchstone.metric.TaskLoss;
import dev.touchstone.training.Learners;
import dev.touchstone.training.Schedule;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What gates judge: a trial's network, data and plan. A learning-rate ramp is measured when the first gate asks for it,
 * once for all of them.
 */
public final class GateSubject {
    private final Learners learners;
    private final Rows train;
    private final Rows validation;
    private final Task task;
    private final Plan plan;
    private final Seed seed;
    private final Measured measured;
    private final @Nullable Supplier<SteppedTraining> begun;
    private @Nullable SteppedTraining own;
    private final Map<Integer, RateRamp> ramps = new HashMap<>();
    private final ShortRuns shortRuns;

    /**
     * How the trial means to train.
     *
     * @param learningRate its own
     * @param batchSize rows a step
     * @param question what is asked of the learning-rate range
     * @param momentum of its optimiser; 0 for one without
     * @param distancePower how far its optimiser can get at one rate grows with this power of the number of steps
     * @param iterations planned in all
     * @param augmentations of its batches
     */
    public record Plan(
            double learningRate,
            RangeQuestion question,
            int batchSize,
            double momentum,
            double distancePower,
            long iterations,
            Schedule schedule,
            Augmentations augmentations) {
        /** A plan to train at its own rate, of which nothing is asked but whether it is usable. */
        public Plan(
                double learningRate,
                int batchSize,
                double momentum,
                long iterations,
                Schedule schedule,
                Augmentations augmentations) {
            this(learningRate, RangeQuestion.IS_USABLE, batchSize, momentum, 1, iterations, schedule, augmentations);
        }

        /** The same plan of which the interval of usable rates is wanted, and a suggestion, where not even more is. */
        Plan askingForInterval() {
            return question != RangeQuestion.WHICH_TO_TAKE
                    ? new Plan(
                            learningRate,
                            RangeQuestion.WHICH_SUITS,
                            batchSize,
                            momentum,
                            distancePower,
                            iterations,
                            schedule,
                            augmentations)
                    : this;
        }

        /** The sum of the planned iterations' rates, for a trial rate of 1. */
        double rateSum() {
            return schedule.sum(iterations, iterations);
        }
    }

    /**
     * @param train normalised rows, by which gates judge
     * @param validation looked at where the beginning of the training learns nothing of train, and to suggest a rate
     * @param seed the trial's
     * @param measured what the trial shares with others
     */
    public GateSubject(
            Learners learners, Rows train, Rows validation, Task task, Plan plan, Seed seed, Measured measured) {
        this(learners, train, validation, task, plan, seed, measured, null);
    }

    /** @param begun begins the trial's own training, at most once; null for one that nobody goes on with */
    private GateSubject(
            Learners learners,
            Rows train,
            Rows validation,
            Task task,
            Plan plan,
            Seed seed,
            Measured measured,
            @Nullable Supplier<SteppedTraining> begun) {
        this.learners = learners;
        this.train = train;
        this.validation = validation;
        this.task = task;
        this.plan = plan;
        this.seed = seed;
        this.measured = measured;
        this.begun = begun;
        this.shortRuns = new ShortRuns(this);
    }

    /** The same, of which the whole interval of usable rates is wanted, and a suggestion. */
    public GateSubject askingForInterval() {
        return new GateSubject(learners, train, validation, task, plan.askingForInterval(), seed, measured);
    }

    /**
     * The same, of which a training goes on from where the gates leave it.
     *
     * @param training at its first step, bit for bit as the plan and the seed tell; asked for at most once
     */
    public GateSubject beginning(Supplier<SteppedTraining> training) {
        return new GateSubject(learners, train, validation, task, plan, seed, measured, training);
    }

    /** Begins the trial's own training; asked for at most once. */
    SteppedTraining ownTraining() {
        own = begun == null ? PlannedTraining.whole(this, seed) : begun.get();
        return own;
    }

    /** Seconds of the trial's own training so far that need not be spent again. */
    double keptSeconds() {
        return own == null ? 0 : own.keptSeconds();
    }

    Learners learners() {
        return learners;
    }

    Rows train() {
        return train;
    }

    Rows validation() {
        return validation;
    }

    Task task() {
        return task;
    }

    /** What its network is trained to make small. */
    TaskLoss loss() {
        return new TaskLoss(task);
    }

    Plan plan() {
        return plan;
    }

    /** The seed of one gate's purpose. */
    Seed seed(String purpose) {
        return seed.derive(purpose);
    }

    /** The trial's own, which all that it will draw derives from. */
    Seed trialSeed() {
        return seed;
    }

    /** The seed that the trial's own initial parameters are drawn from, so that gates judge the network it will train. */
    Seed networkSeed() {
        return networkSeed(seed);
    }

    /** Where a trial's initial parameters come from. */
    public static Seed networkSeed(Seed trial) {
        return trial.derive("network");
    }

    /** Some train rows, drawn without replacement; all of them when there are fewer. */
    Rows sample(int count, String purpose) {
        int[] order = order(purpose);
        return train.select(Arrays.copyOf(order, Math.min(count, order.length)));
    }

    /** All train rows' indices, shuffled. */
    int[] order(String purpose) {
        return seed(purpose).permutation(train.count());
    }

    /** What it shares with other trials. */
    Measured measured() {
        return measured;
    }

    /** Its training in small. */
    ShortRuns shortRuns() {
        return shortRuns;
    }

    /** Whether a ramp was measured already that can be read. */
    boolean hasReadableRamp() {
        RateRamp first = ramps.get(0);
        return first != null && first.isReadable();
    }

    /** Whether real batches have taught it already what guessing does not know: in a short run, or on a ramp. */
    boolean hasShownToLearn() {
        RateRamp first = ramps.get(0);
        return (first != null && first.learns()) || shortRuns.anyHasLearnt();
    }

    /** The learning-rate ramp of its configuration. */
    RateRamp ramp() {
        return ramp(0);
    }

    /**
     * One of the configuration's ramps.
     *
     * @param repeat each has other initial parameters and batches; 0 for the first
     */
    RateRamp ramp(int repeat) {
        return ramps.computeIfAbsent(
                repeat, number -> measured.get("ramp " + number, RateRamp.class, () -> RateRamp.measure(this, number)));
    }
}
