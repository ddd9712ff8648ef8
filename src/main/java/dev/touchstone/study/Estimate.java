package dev.touchstone.study;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.touchstone.space.Assignment;
import dev.touchstone.trial.Failure;
import dev.touchstone.trial.TrialTask;
import dev.touchstone.trial.TrialTime;
import java.time.Duration;

/** How long trials may take, as far as could be measured. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Estimate.AtMost.class, name = "at-most"),
    @JsonSubTypes.Type(value = Estimate.Unknown.class, name = "unknown"),
})
public sealed interface Estimate {
    /**
     * The estimate for several trials like the one measured.
     *
     * @param atOnce how many run side by side; that they share the machine is not counted
     */
    Estimate times(int trials, int atOnce);

    /** About so long when no trial ends early. */
    record AtMost(double seconds) implements Estimate {
        @Override
        public Estimate times(int trials, int atOnce) {
            return new AtMost(seconds * Math.ceil((double) trials / atOnce));
        }

        public Duration duration() {
            return Duration.ofMillis(Math.round(seconds * 1000));
        }
    }

    /** @param reason why nothing could be measured, as a clause */
    record Unknown(String reason) implements Estimate {
        @Override
        public Estimate times(int trials, int atOnce) {
            return this;
        }
    }

    /** Measures one trial in this process; whatever the trial throws makes its time unknown. */
    static Estimate measured(TrialTask task, Assignment assignment) {
        try {
            return new AtMost(TrialTime.measure(task, assignment).toNanos() / 1e9);
        } catch (RuntimeException | Error e) {
            return new Unknown(Failure.of(e).reason());
        }
    }
}
