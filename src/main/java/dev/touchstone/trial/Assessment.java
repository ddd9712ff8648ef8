package dev.touchstone.trial;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import dev.touchstone.diagnosis.training.BestEpoch;
import dev.touchstone.diagnosis.training.TrialPlan;
import dev.touchstone.evaluation.Baseline;
import dev.touchstone.metric.Gain;
import dev.touchstone.metric.Interval;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.Predictions;
import dev.touchstone.metric.TaskLoss;
import dev.touchstone.model.Hyperparameters;
import dev.touchstone.space.Assignment;
import dev.touchstone.training.EarlyStoppingSpec;
import dev.touchstone.training.Learner;
import dev.touchstone.training.Patience;
import dev.touchstone.training.TrainingLoop;
import dev.touchstone.training.TrainingOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures what findings need to know of a trial beside its course. */
final class Assessment {
    private final TrialTask task;
    private final Assignment effective;
    private final Seed seed;
    private final Rows trainSample;

    Assessment(TrialTask task, Assignment effective, Seed seed) {
        this.task = task;
        this.effective = effective;
        this.seed = seed;
        int[] order =
                seed.derive("train-sample").permutation(task.data().train().count());
        int count = Math.min(order.length, task.data().validation().count());
        this.trainSample = task.data().train().select(Arrays.copyOf(order, count));
    }

    TrialPlan plan() {
        Hyperparameters hyperparameters = Hyperparameters.of(effective);
        TrainingLoop loop = task.loop(effective, seed);
        EarlyStoppingSpec stopping = task.training().earlyStopping();
        Task kind = task.data().task();
        Predictions alike = new Baseline(task.data()).withoutALook(Metric.usual(kind.kind()), trainSample);
        return new TrialPlan(
                hyperparameters.learningRate(),
                hyperparameters.batchSize(),
                task.weightDecay(effective),
                loop.endRate(),
                loop.plannedEpochs(),
                loop.shuffle().batchesAnEpoch(),
                stopping != null && stopping.patience() instanceof Patience.Epochs epochs ? epochs.count() : null,
                task.data().train().count(),
                task.data().validation().count(),
                kind.kind() == Task.Kind.CLASSIFICATION,
                task.traits(effective).orElse(null),
                task.metric().specName(),
                task.direction(),
                new TaskLoss(kind).value(alike, trainSample.targets()),
                hyperparameters.optimiser().specName(),
                MeasuredRows.of(task.data()),
                task.handling(effective));
    }

    /**
     * Measures the best epoch.
     *
     * @param learner left in that epoch's state
     * @param interval of the objective's value
     */
    BestEpoch best(TrainingOutcome.Finished finished, Learner learner, double value, Interval interval) {
        learner.restore(0, finished.best());
        Predictions train = learner.predict(0, trainSample);
        Rows validation = task.data().validation();
        Metric metric = task.metric();
        Predictions baseline = new Baseline(task.data()).predict(metric, validation);
        return new BestEpoch(
                finished.bestEpoch(),
                value,
                interval,
                new TaskLoss(task.data().task()).value(train, trainSample.targets()),
                metric.value(train, trainSample.targets()),
                metric.interval(train, trainSample.targets(), seed.derive("train-interval")),
                metric.value(baseline, validation.targets()),
                finished.predictions().spread(),
                Predictions.right(validation.targets(), finished.predictions().answers())
                        .spread(),
                classes(finished.predictions()),
                gain(finished.predictions(), baseline));
    }

    private @Nullable Interval gain(Predictions own, Predictions baseline) {
        Targets targets = task.data().validation().targets();
        if (!Double.isFinite(task.metric().value(own, targets))
                || !Double.isFinite(task.metric().value(baseline, targets))) {
            return null;
        }
        return Gain.of(task.metric(), task.direction(), own, List.of(baseline), targets, seed.derive("gain"))
                .interval();
    }

    private List<BestEpoch.OfClass> classes(Predictions predictions) {
        if (!(task.data().task() instanceof Task.Classification classification)) {
            return List.of();
        }
        int[] train = task.data().train().labels();
        Targets.Classes validation = (Targets.Classes) task.data().validation().targets();
        List<Double> recalls = predictions.recalls(validation);
        List<BestEpoch.OfClass> classes = new ArrayList<>();
        for (int label = 0; label < classification.answers(); label++) {
            int rows = count(validation.labels(), label);
            classes.add(new BestEpoch.OfClass(
                    classification.classNames().get(label),
                    (double) count(train, label) / train.length,
                    rows,
                    rows == 0 ? 0 : (int) Math.round(recalls.get(label) * rows)));
        }
        return classes;
    }

    private static int count(int[] labels, int wanted) {
        return (int) Arrays.stream(labels).filter(label -> label == wanted).count();
    }
}
