package dev.touchstone.study;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.ensemble.Member;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.Predictions;
import dev.touchstone.space.Assignment;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.training.Learner;
import dev.touchstone.training.LearnerState;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The networks that a trial has at the ends of its last epochs, as members of ensembles. */
record EpochNetworks(OpenStudy study, TrialRecord trial, List<LastEpochs.Kept> epochs) {
    /**
     * Trains a complete trial again.
     *
     * @param count epochs, from 2
     * @return null when it was asked to stop
     * @throws NoEnsemble when the training has a single epoch or breaks
     */
    static @Nullable EpochNetworks train(OpenStudy study, TrialRecord trial, int count, BooleanSupplier stopRequested) {
        Assignment effective = Objects.requireNonNull(trial.effective());
        List<LastEpochs.Kept> epochs =
                LastEpochs.train(study.task(), effective, new Seed(trial.seed()), count, stopRequested);
        if (epochs.size() == 1) {
            throw new NoEnsemble("Trial " + trial.number() + " has a single epoch; an ensemble takes two.");
        }
        return epochs.isEmpty() ? null : new EpochNetworks(study, trial, epochs);
    }

    /** One for each epoch. */
    List<Member> members(Metric metric) {
        try (Learner learner = learner()) {
            return epochs.stream()
                    .map(kept -> member(List.of(kept.epoch()), kept.state(), predict(learner, kept.state()), metric))
                    .toList();
        }
    }

    /**
     * One network with the mean of all weights; what layers normalise batches by is measured anew over the train rows,
     * for it belongs to the weights (Izmailov et al. 2018, section 3.2).
     */
    Member averaged(Metric metric) {
        try (Learner learner = learner()) {
            learner.restore(0, mean());
            learner.settle(0, study.data().train());
            LearnerState state = learner.save(0);
            Predictions predictions = learner.predict(0, validation());
            return member(epochs.stream().map(LastEpochs.Kept::epoch).toList(), state, predictions, metric);
        }
    }

    /** What the network of the last epoch answers for the validation rows. */
    Predictions predictionsOfLast() {
        try (Learner learner = learner()) {
            return predict(learner, epochs.get(epochs.size() - 1).state());
        }
    }

    private Learner learner() {
        return study.task().learner(Objects.requireNonNull(trial.effective()), new Seed(trial.seed()));
    }

    private Rows validation() {
        return study.data().validation();
    }

    private Predictions predict(Learner learner, LearnerState state) {
        learner.restore(0, state);
        return learner.predict(0, validation());
    }

    private LearnerState mean() {
        LearnerState last = epochs.get(epochs.size() - 1).state();
        double[] sum = new double[last.parameters().length];
        for (LastEpochs.Kept kept : epochs) {
            float[] parameters = kept.state().parameters();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += parameters[i];
            }
        }
        float[] mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sum[i] / epochs.size());
        }
        return new LearnerState(mean, last.optimiser(), last.iterations());
    }

    private Member member(List<Integer> of, LearnerState state, Predictions predictions, Metric metric) {
        return new Member(
                trial.number(),
                1,
                trial.seed(),
                of,
                metric.value(predictions, validation().targets()),
                study.artefacts().put(state.toBytes()),
                study.artefacts().put(predictions.toBytes()));
    }
}
