package dev.touchstone.cli;

import dev.touchstone.base.UserError;
import dev.touchstone.data.vault.Examinee;
import dev.touchstone.store.StudyStore;
import dev.touchstone.study.Ensembling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Exactly one of a study's trials and ensembles, by its number. */
final class ExamineeOption {
    @Option(names = "--trial", paramLabel = "N", required = true, description = "Number of a trial.")
    private @Nullable Integer trial;

    @Option(names = "--ensemble", paramLabel = "N", required = true, description = "Number of an ensemble.")
    private @Nullable Integer ensemble;

    Examinee examinee() {
        return new Examinee(trial, ensemble);
    }

    /** @throws UserError when the study has no such trial or ensemble */
    void requireIn(StudyStore store) {
        if (trial != null) {
            TrialOption.find(store, trial);
        } else if (ensemble != null) {
            Ensembling.find(store, ensemble);
        }
    }
}
