package dev.touchstone.trial;

import dev.touchstone.base.Seed;
import dev.touchstone.diagnosis.experiment.Conditions;
import dev.touchstone.diagnosis.experiment.Judge;
import dev.touchstone.diagnosis.experiment.Trained;
import dev.touchstone.diagnosis.experiment.Trainer;
import dev.touchstone.evaluation.Baseline;
import dev.touchstone.gate.GateSubject;
import dev.touchstone.metric.Predictions;
import dev.touchstone.model.AutoRegularisation;
import dev.touchstone.space.Assignment;
import dev.touchstone.training.Learner;
import dev.touchstone.training.Learners;
import dev.touchstone.training.TrainingMonitor;
import dev.touchstone.training.TrainingOutcome;

/** Trains what experiments ask for as a study trains its trials, and keeps nothing of it. */
public final class ExperimentTrainer implements Trainer {
    /** Nobody looks at the course of an experiment's training, and nobody stops it. */
    private static final TrainingMonitor UNWATCHED = new TrainingMonitor() {};

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
            return trained(
                    other.loop(conditions.assignment(), conditions.seed()).run(learner, UNWATCHED));
        }
    }

    private Trained trained(TrainingOutcome outcome) {
        if (outcome instanceof TrainingOutcome.Finished finished) {
            return new Trained(finished.bestEpoch() == 0 ? baseline : finished.predictions(), finished.iterations());
        }
        return new Trained(baseline, ((TrainingOutcome.NotFinite) outcome).iteration());
    }
}
