package dev.touchstone.study;

import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialEvent;
import java.util.List;
import java.util.Optional;

/**
 * What experiments of a sweep may take.
 *
 * @param seconds in all
 * @param spent seconds of them, in this run and in earlier ones
 */
public record ExperimentBudget(double seconds, double spent) {
    /** A share of the time that the trials trained. */
    public static ExperimentBudget of(DiagnosisSpec spec, List<TrialRecord> trials) {
        double trained = trials.stream()
                .flatMap(trial -> last(trial).stream())
                .mapToDouble(TrialEvent.EpochEnded::seconds)
                .sum();
        double spent = trials.stream()
                .flatMap(trial -> trial.tested().stream())
                .mapToDouble(Tested::seconds)
                .sum();
        return new ExperimentBudget(spec.budget() * trained, spent);
    }

    /** What is left; nothing when an experiment took longer than was thought. */
    public double left() {
        return Math.max(0, seconds - spent);
    }

    /** Seconds of an iteration of a trial; those of the study where the trial ended within its first epoch. */
    static double secondsAnIteration(TrialRecord trial, List<TrialRecord> study) {
        return last(trial)
                .map(end -> end.seconds() / Math.max(1, end.iteration()))
                .orElseGet(() -> study.stream()
                        .flatMap(each -> last(each).stream())
                        .mapToDouble(end -> end.seconds() / Math.max(1, end.iteration()))
                        .average()
                        .orElse(0));
    }

    private static Optional<TrialEvent.EpochEnded> last(TrialRecord trial) {
        return trial.epochs().isEmpty()
                ? Optional.empty()
                : Optional.of(trial.epochs().get(trial.epochs().size() - 1));
    }
}
