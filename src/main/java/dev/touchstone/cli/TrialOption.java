package dev.touchstone.cli;

import dev.touchstone.base.UserError;
import dev.touchstone.store.StudyStore;
import dev.touchstone.store.TrialRecord;
import picocli.CommandLine.Option;

/** A trial of a study, by its number. */
final class TrialOption {
    @Option(names = "--trial", paramLabel = "N", required = true, description = "Number of a trial.")
    private int number;

    int number() {
        return number;
    }

    /**
     * The trial as it stands.
     *
     * @throws UserError when the study has no such trial
     */
    TrialRecord in(StudyStore store) {
        return find(store, number);
    }

    static TrialRecord find(StudyStore store, int number) {
        return store.trial(number).orElseThrow(() -> {
            int trials =
                    store.counts().values().stream().mapToInt(count -> count).sum();
            return new UserError("there is no trial " + number + "; "
                    + (trials == 0 ? "the study has none yet" : "the study has trials 1 to " + trials));
        });
    }
}
