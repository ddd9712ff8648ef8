package dev.touchstone.gate;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A gate's verdict on one trial.
 *
 * @param gate the gate's name, such as {@code overfit-tiny-batch}
 * @param reason one sentence that a user understands: what was found and what was expected
 * @param parameter the hyperparameter at fault where the gate knows it
 * @param seconds wall time spent, of which {@link #trainingSeconds} were those of the trial's own training
 * @param evidence numbers, lists of numbers and words by kebab-case name; a curve is a list of numbers
 */
public record GateResult(
        String gate,
        Verdict verdict,
        String reason,
        @Nullable String parameter,
        double seconds,
        Map<String, Object> evidence) {
    static final String TRAINING_SECONDS = "training-seconds";

    /** Of the trial's own training, which goes on from where the gates leave it. */
    public double trainingSeconds() {
        return evidence.get(TRAINING_SECONDS) instanceof Number number ? number.doubleValue() : 0;
    }

    /** Without those of the training. */
    public double secondsBesideTraining() {
        return seconds - trainingSeconds();
    }
}
