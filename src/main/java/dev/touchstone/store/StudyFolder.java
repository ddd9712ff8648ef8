package dev.touchstone.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a study's files are.
 *
 * @param reports the folder of all studies, {@code reports} unless the user says otherwise
 * @param study the study's name, checked by the spec
 */
public record StudyFolder(Path reports, String study) {
    private static final String ARTEFACTS = "artefacts";

    /** Where an artefact lies, relative to the study's folder; empty when the text is no artefact's digest. */
    public static Optional<String> artefact(String digest) {
        return FolderArtefacts.path(digest).map(path -> ARTEFACTS + "/" + path);
    }

    public Path folder() {
        return reports.resolve(study);
    }

    public Path database() {
        return folder().resolve("study.db");
    }

    public Path artefacts() {
        return folder().resolve(ARTEFACTS);
    }

    /** The sealed test split. */
    public Path sealedTest() {
        return folder().resolve("test.sealed");
    }

    /** The HTML report. */
    public Path report() {
        return folder().resolve("index.html");
    }

    /** What worker processes print and leave behind while the study runs. */
    public Path workers() {
        return folder().resolve("workers");
    }

    /**
     * Where trials are trained again for an ensemble, in a database of their own; gone once they are.
     *
     * @return the folder of a study of the same name
     */
    public StudyFolder retraining() {
        return new StudyFolder(folder().resolve("retraining"), study);
    }

    /** Held by the one coordinator that runs the study. */
    public Path lock() {
        return folder().resolve("study.lock");
    }

    /** One line per opening of any sealed test split of these reports. */
    public Path ledger() {
        return reports.resolve("test-ledger.jsonl");
    }
}
