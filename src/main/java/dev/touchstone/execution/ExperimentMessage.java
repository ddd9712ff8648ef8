package dev.touchstone.execution;

import dev.touchstone.base.Json;
import dev.touchstone.diagnosis.experiment.Tested;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a process that experiments tells of it, on a line of its own among whatever libraries print.
 *
 * @param text a code for {@code BEGUN}, a line for {@code TOLD}, a reason for {@code BROKEN}; null otherwise
 * @param tested null unless {@code TESTED}
 */
record ExperimentMessage(
        Kind kind, @Nullable String text, @Nullable Tested tested) {
    private static final String MARK = "touchstone-experiment ";

    enum Kind {
        BEGUN,
        TOLD,
        TESTED,
        /** The process ends in the middle of an experiment, and says why. */
        BROKEN,
        /** Nothing is left to be tested. */
        ENDED
    }

    static ExperimentMessage of(Kind kind, String text) {
        return new ExperimentMessage(kind, text, null);
    }

    static ExperimentMessage of(Tested tested) {
        return new ExperimentMessage(Kind.TESTED, null, tested);
    }

    /** Between ends of lines, for a library may have left one open. */
    String line() {
        return "\n" + MARK + Json.write(this) + "\n";
    }

    /** What a line says; nothing when it is a library's. */
    static Optional<ExperimentMessage> read(String line) {
        try {
            return line.startsWith(MARK)
                    ? Optional.of(Json.read(line.substring(MARK.length()), ExperimentMessage.class))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // torn by the end of the process
        }
    }
}
