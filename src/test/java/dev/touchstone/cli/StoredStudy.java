package dev.touchstone.cli;

import dev.touchstone.report.html.SampleStudy;
import dev.touchstone.space.Assignment;
import dev.touchstone.store.FolderArtefacts;
import dev.touchstone.store.Lease;
import dev.touchstone.store.SqliteStudyStore;
import dev.touchstone.store.StudyFolder;
import dev.touchstone.store.StudyStatus;
import dev.touchstone.trial.Failure;
import dev.touchstone.trial.FailureCause;
import dev.touchstone.trial.TrialEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Makes studies in a reports folder without training anything. */
final class StoredStudy {
    private StoredStudy() {}

    /** An interrupted study with one failed trial and one that was never begun. */
    static StudyFolder withAFailedTrial(Path reports, String name, String reason) {
        return with(new Failure(FailureCause.EXCEPTION, reason), reports, name);
    }

    /** The same, but the trial crashed; returns the file with the evidence. */
    static Path withACrashedTrial(Path reports, String name, String reason) {
        Path artefacts = new StudyFolder(reports, name).artefacts();
        String evidence = new FolderArtefacts(artefacts).put("# A fatal error".getBytes(StandardCharsets.UTF_8));
        with(new Failure(FailureCause.NATIVE_CRASH, reason, evidence), reports, name);
        return artefacts.resolve(evidence.substring(0, 2)).resolve(evidence);
    }

    private static StudyFolder with(Failure failure, Path reports, String name) {
        StudyFolder folder = new StudyFolder(reports, name);
        try (SqliteStudyStore store = SqliteStudyStore.open(folder.database(), name)) {
            store.create(SampleStudy.head(name));
            Assignment assignment = new Assignment(Map.of("learning-rate", 0.1));
            store.enqueue(assignment, new double[] {0.5}, 1);
            store.enqueue(assignment.with("learning-rate", 0.2), new double[] {0.6}, 2);
            Lease lease = store.claim("test").orElseThrow().lease();
            store.append(lease, List.of(new TrialEvent.Started(Map.of()), new TrialEvent.Failed(failure)));
            store.setStatus(StudyStatus.INTERRUPTED);
        }
        return folder;
    }
}
