package dev.touchstone.report.html;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.store.StudyHead;
import java.util.List;

/** What a data check said. */
public record DataFinding(Finding finding, Evidence evidence) {
    static List<DataFinding> of(StudyHead head) {
        return head.dataFindings().stream()
                .map(finding -> new DataFinding(finding, new Evidence(finding.evidence())))
                .toList();
    }
}
