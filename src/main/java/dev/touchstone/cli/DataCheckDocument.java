package dev.touchstone.cli;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.report.FindingDocument;
import java.util.List;

/** What the data checks said, as the public JSON document of {@code check --data-only}. */
record DataCheckDocument(int format, String study, List<FindingDocument> findings) {
    private static final int FORMAT = 1;

    static DataCheckDocument of(String study, List<Finding> findings) {
        return new DataCheckDocument(
                FORMAT, study, findings.stream().map(FindingDocument::of).toList());
    }
}
