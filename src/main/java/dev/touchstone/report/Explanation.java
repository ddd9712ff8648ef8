package dev.touchstone.report;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.experiment.Tested;
import dev.touchstone.study.AlikeTrials;
import java.util.List;

/**
 * Why a trial, or a whole study, behaved as it did.
 *
 * @param summary plain sentences, at most {@link #MOST}: what happened, the most likely cause, why not others, what to change
 * @param findings in full, what explains most first; of a trial those of data checks, too, that warn
 * @param tested hypotheses that were put to the test, in order
 * @param alike trials of a study that failed alike; none of a trial
 */
public record Explanation(List<String> summary, List<Finding> findings, List<Tested> tested, List<AlikeTrials> alike) {
    /** What somebody reads before the details. */
    public static final int MOST = 5;

    /** The explanation as the public JSON document of {@code explain --json}. */
    public record Document(
            List<String> summary,
            List<FindingDocument> findings,
            List<ExperimentDocument> experiments,
            List<AlikeDocument> alike) {}

    public Document document() {
        return new Document(
                summary,
                findings.stream().map(FindingDocument::of).toList(),
                tested.stream().map(ExperimentDocument::of).toList(),
                alike.stream().map(AlikeDocument::of).toList());
    }
}
