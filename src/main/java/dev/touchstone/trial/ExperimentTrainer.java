package dev.touchstone.trial;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.diagnosis.experiment.Conditions;
import dev.touchstone.diagnosis.experiment.Judge;
import dev.touchstone.diagnosis.experiment.Modes;
import dev.touchstone.diagnosis.experiment.Trained;
import dev.touchstone.diagnosis.experiment.Trainer;
import dev.touchstone.evaluation.Baseline;
import dev.touchstone.gate.GateSubject;
import dev.touchstone.metric.Predictions;
import dev.touchstone.model.AutoRegularisation;
import dev.touchstone.model.Hyperparameters;
import dev.touchstone.model.NetworkTraits;
import dev.touchstone.space.Assignment;
import dev.touchstone.training.Learner;
import dev.touchstone.training.Learners;
import dev.touchstone.training.TrainingMonitor;
import dev.touchstone.training.TrainingOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Trains what experiments ask for as a study trains its trials, and keeps nothing of it. */
public final class ExperimentTrainer implements Trainer {
    /** Nobody looks at the course of an experiment's training, and nobody stops it. */
    private static final TrainingMonitor UNWATCHED = new TrainingMonitor() {};

    /** The same train rows for all trainings, so that their answers can be compared. */
    private static final Seed SAMPLE = new Seed(0).derive("modes");

    private final TrialTask task;
    private final Predictions baseline;

    public ExperimentTrainer(TrialTask task) {
        this.task = task;
        this.baseline =
                new Baseline(task.data()).predict(task.metric(), task.data().validation());
    }

    /** How a trial was trained. */
    public Conditions conditions(Assignment effective, Seed seed) {
        return new Conditions(
                task.data(),
                task.augmentation(),
                task.model(),
                Conditions.Penalties.AS_GIVEN,
                task.training().in(effective),
                effective.without(AutoRegularisation.EPOCHS),
                seed);
    }

    /** Judges trainings by the study's objective. */
    public Judge judge() {
        return new Judge(
                task.metric(), task.direction(), task.data().validation().targets(), baseline);
    }

    @Override
    public Trained train(Conditions conditions) {
        TrialTask other = new TrialTask(
                conditions.data(),
                conditions.augmentation(),
                conditions.model(),
                task.gates(),
                conditions.training(),
                task.metric(),
                task.direction(),
                task.pulse());
        Learners learners = other.learners(conditions.assignment());
        Seed network = GateSubject.networkSeed(conditions.seed());
        try (Learner learner = conditions.penalties() == Conditions.Penalties.AS_GIVEN
                ? learners.regularised(network)
                : learners.plain(network)) {
            TrainingOutcome outcome =
                    other.loop(conditions.assignment(), conditions.seed()).run(learner, UNWATCHED);
            if (outcome instanceof TrainingOutcome.Finished finished) {
                return new Trained(
                        finished.bestEpoch() == 0 ? baseline : finished.predictions(),
                        finished.iterations(),
                        normalisesBatches(other, conditions.assignment())
                                ? modes(other, conditions, learner, finished)
                                : null);
            }
            return new Trained(baseline, ((TrainingOutcome.NotFinite) outcome).iteration(), null);
        }
    }

    private static boolean normalisesBatches(TrialTask task, Assignment assignment) {
        return task.traits(assignment).filter(NetworkTraits::normalisesBatches).isPresent();
    }

    /** Of whole batches, and of as many of them as the validation rows make, but of one at least. */
    private static Modes modes(
            TrialTask task, Conditions conditions, Learner learner, TrainingOutcome.Finished finished) {
        Rows all = task.data().train();
        int batch = Math.min(
                all.count(),
                Math.min(
                        Hyperparameters.of(conditions.assignment()).batchSize(),
                        task.handling(conditions.assignment()).rowsAtOnce()));
        int most = Math.min(all.count(), task.data().validation().count());
        int count = Math.max(1, most / batch) * batch;
        Rows rows = all.select(Arrays.copyOf(SAMPLE.permutation(all.count()), count));
        learner.restore(0, finished.best());
        List<Predictions> inTraining = new ArrayList<>();
        for (int from = 0; from < count; from += batch) {
            inTraining.add(learner.answerAsABatch(0, rows.range(from, from + batch)));
        }
        return new Modes(
                rows.targets(),
                new Baseline(task.data()).predict(task.metric(), rows),
                learner.predict(0, rows),
                Predictions.joined(inTraining));
    }
}
