package dev.touchstone.report;

import dev.touchstone.diagnosis.experiment.Outcome;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.metric.TrainingGain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An experiment in a document.
 *
 * @param outcome {@code confirmed}, {@code refuted}, {@code unlikely} or {@code undecided}
 * @param told the outcome in words
 * @param gain null when nothing was decided
 */
public record ExperimentDocument(
        String code,
        String outcome,
        String told,
        String change,
        String remedy,
        int trainings,
        long iterations,
        @Nullable GainDocument gain) {
    /**
     * What was gained, in the objective's metric.
     *
     * @param interval low and high end, 99 %
     */
    public record GainDocument(double before, double after, double gain, List<Double> interval, int runs) {
        static GainDocument of(TrainingGain gain) {
            return new GainDocument(
                    gain.before(),
                    gain.after(),
                    gain.gain(),
                    List.of(gain.interval().low(), gain.interval().high()),
                    gain.runs());
        }
    }

    /** The document of one experiment. */
    public static ExperimentDocument of(Tested tested) {
        Outcome outcome = tested.outcome();
        return new ExperimentDocument(
                tested.code(),
                outcome.specName(),
                tested.words(),
                tested.change(),
                tested.remedy(),
                tested.trainings(),
                tested.iterations(),
                outcome.seen().map(GainDocument::of).orElse(null));
    }
}
