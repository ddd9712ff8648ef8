package dev.touchstone.report;

import dev.touchstone.model.Hyperparameters;
import dev.touchstone.store.StudyRecord;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.trial.TrialEvent;
import dev.touchstone.trial.TrialState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.jspecify.annotations.Nullable;

/**
 * What the gates cost a study, and what they saved it: an estimate, for nobody trained what they rejected.
 *
 * @param spent seconds in gates, of all trials, without those of a training that went on from where they left it
 * @param gated trials that a gate rejected
 * @param trained complete trials that the estimate rests on
 * @param saved seconds that training the gated trials would have taken, by the time which an iteration took in the complete
 *     ones; null when trials were gated and none is complete
 */
public record GateTime(
        double spent, int gated, int trained, @Nullable Double saved) {
    /** A line through fewer points says nothing. */
    private static final int FEWEST_FOR_A_LINE = 3;

    /** Reckons a study up. */
    public static GateTime of(StudyRecord study) {
        List<TrialRecord> trained = study.trials().stream()
                .filter(trial -> trial.completed() != null && !trial.epochs().isEmpty())
                .toList();
        List<TrialRecord> gated = study.trials().stream()
                .filter(trial -> trial.state() == TrialState.GATED)
                .toList();
        double spent = study.trials().stream().mapToDouble(GateTime::spent).sum();
        return new GateTime(
                spent,
                gated.size(),
                trained.size(),
                saved(gated, trained, study.head().data().train()));
    }

    private static double spent(TrialRecord trial) {
        boolean goesOn = trial.proposed().equals(trial.effective());
        return trial.gates().stream()
                .mapToDouble(gate -> goesOn ? gate.secondsBesideTraining() : gate.seconds())
                .sum();
    }

    private static @Nullable Double saved(List<TrialRecord> gated, List<TrialRecord> trained, int rows) {
        if (gated.isEmpty()) {
            return 0.0;
        } else if (trained.isEmpty()) {
            return null;
        }
        SimpleRegression line = new SimpleRegression();
        trained.forEach(trial -> line.addData(work(trial, parameters(trial, 0)), secondsAnIteration(trial)));
        double epochs = median(
                trained.stream().mapToDouble(trial -> trial.epochs().size()).toArray());
        double parameters =
                median(trained.stream().mapToDouble(TrialRecord::parameters).toArray());
        double usual = median(
                trained.stream().mapToDouble(GateTime::secondsAnIteration).toArray());
        boolean rises = trained.size() >= FEWEST_FOR_A_LINE && line.getSlope() > 0 && line.getIntercept() > 0;
        return gated.stream()
                .mapToDouble(trial -> {
                    double anIteration = rises ? line.predict(work(trial, parameters(trial, parameters))) : usual;
                    return anIteration * epochs * Math.ceil((double) rows / batchSize(trial));
                })
                .sum();
    }

    /** What an iteration's time grows with, beside what each costs anyhow. */
    private static double work(TrialRecord trial, double parameters) {
        return parameters * batchSize(trial);
    }

    private static int batchSize(TrialRecord trial) {
        return trial.proposed().has(Hyperparameters.BATCH_SIZE)
                ? (int) trial.proposed().number(Hyperparameters.BATCH_SIZE)
                : Hyperparameters.DEFAULT_BATCH_SIZE;
    }

    /** A gated trial's are known from its build gate. */
    private static double parameters(TrialRecord trial, double unknown) {
        if (trial.parameters() > 0) {
            return trial.parameters();
        }
        OptionalDouble built = trial.gates().stream()
                .map(gate -> Optional.ofNullable(gate.evidence().get("parameters")))
                .flatMap(Optional::stream)
                .filter(Number.class::isInstance)
                .mapToDouble(number -> ((Number) number).doubleValue())
                .findFirst();
        return built.orElse(unknown);
    }

    private static double secondsAnIteration(TrialRecord trial) {
        TrialEvent.EpochEnded last = trial.epochs().get(trial.epochs().size() - 1);
        return last.seconds() / Math.max(1, last.iteration());
    }

    private static double median(double[] values) {
        return StatUtils.percentile(values, 50);
    }
}
