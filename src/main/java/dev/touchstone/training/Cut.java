package dev.touchstone.training;

import dev.touchstone.base.ShortNumber;
import java.time.Duration;

/** What ends a training before all that was planned is done, whatever the validation values say. */
public sealed interface Cut {
    /** Nothing does. */
    Cut NONE = new None();

    /**
     * Whether training ends after this iteration.
     *
     * @param iterations done so far
     * @param seconds of training so far
     */
    boolean isDue(int iterations, double seconds);

    /** Never. */
    record None() implements Cut {
        @Override
        public boolean isDue(int iterations, double seconds) {
            return false;
        }
    }

    /**
     * The clock. Where it cuts depends on the machine and what else it does.
     *
     * @param seconds of training, validation among it; above 0. Gates, and the time between an interruption and going on,
     *     do not count
     */
    record Time(double seconds) implements Cut {
        private static final double NANOSECONDS = 1e9;

        @Override
        public boolean isDue(int iterations, double spent) {
            return spent >= seconds;
        }

        /** The longest that a training may be. */
        public Duration duration() {
            return Duration.ofNanos((long) (seconds * NANOSECONDS));
        }

        @Override
        public String toString() {
            return ShortNumber.of(seconds) + (seconds == 1 ? " second" : " seconds");
        }
    }

    /**
     * Where the clock cut an earlier training, which is done again.
     *
     * @param iterations that it had done; from 1
     */
    record Recorded(int iterations) implements Cut {
        @Override
        public boolean isDue(int done, double seconds) {
            return done >= iterations;
        }
    }
}
