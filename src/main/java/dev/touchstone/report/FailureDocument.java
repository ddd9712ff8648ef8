package dev.touchstone.report;

import dev.touchstone.store.StudyFolder;
import dev.touchstone.trial.Failure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that broke a trial, in the {@link StudyDocument}.
 *
 * @param evidence a text file, by its path from the study's folder; null when there is none
 */
public record FailureDocument(
        String cause, String reason, @Nullable String evidence) {
    /** The document of one failure. */
    public static FailureDocument of(Failure failure) {
        return new FailureDocument(
                failure.cause().specName(),
                failure.reason(),
                Optional.ofNullable(failure.evidence())
                        .flatMap(StudyFolder::artefact)
                        .orElse(null));
    }
}
