package dev.touchstone.report;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.spec.SpecName;
import java.util.Map;

/** A finding in the {@link StudyDocument}. */
public record FindingDocument(
        String code, String severity, String cause, boolean confirmed, Map<String, Object> evidence, String remedy) {
    /** The document of one finding. */
    public static FindingDocument of(Finding finding) {
        return new FindingDocument(
                finding.code(),
                SpecName.of(finding.severity()),
                finding.cause(),
                finding.confirmed(),
                finding.evidence(),
                finding.remedy());
    }
}
