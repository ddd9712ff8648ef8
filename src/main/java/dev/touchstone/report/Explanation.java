package dev.touchstone.report;

import dev.touchstone.diagnosis.Finding;
import java.util.List;

/**
 * Why a trial, or a whole study, behaved as it did.
 *
 * @param summary plain sentences, at most {@link #MOST}: what happened, the most likely cause, why not others, what to change
 * @param findings in full, what explains most first
 */
public record Explanation(List<String> summary, List<Finding> findings) {
    /** What somebody reads before the details. */
    public static final int MOST = 5;

    /** The explanation as the public JSON document of {@code explain --json}. */
    public record Document(List<String> summary, List<FindingDocument> findings) {}

    public Document document() {
        return new Document(summary, findings.stream().map(FindingDocument::of).toList());
    }
}
