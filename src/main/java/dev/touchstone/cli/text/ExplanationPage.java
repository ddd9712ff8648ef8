package dev.touchstone.cli.text;

import dev.touchstone.report.Explanation;
import java.util.ArrayList;
import java.util.List;

/** An explanation as text: its sentences, then each finding in full. */
public final class ExplanationPage {
    private ExplanationPage() {}

    /** The whole page. */
    public static List<String> lines(Explanation explanation) {
        List<String> lines = new ArrayList<>(explanation.summary());
        lines.addAll(FindingText.lines(explanation.findings()));
        return lines;
    }
}
