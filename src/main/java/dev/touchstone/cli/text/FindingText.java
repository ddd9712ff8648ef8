package dev.touchstone.cli.text;

import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.Severity;
import dev.touchstone.diagnosis.experiment.Weighed;
import dev.touchstone.spec.SpecName;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.text.WordUtils;

/** Findings as text. */
public final class FindingText {
    private static final int WIDTH = 100;
    private static final String INDENT = "  ";

    private FindingText() {}

    /** Each in full: severity, code, cause, remedy. */
    public static List<String> lines(List<Finding> findings) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : findings) {
            lines.add("");
            lines.add(SpecName.of(finding.severity()) + ": " + finding.code()
                    + (Weighed.standing(finding).equals(Weighed.LIKELY) ? "" : " (" + Weighed.standing(finding) + ")"));
            lines.addAll(wrapped(finding.cause()));
            lines.addAll(examples(finding));
            lines.addAll(wrapped(finding.remedy()));
        }
        return lines;
    }

    /** One line for each finding about data that is more than information. */
    public static List<String> summary(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(finding ->
                        "data " + SpecName.of(finding.severity()) + ": " + finding.code() + ", " + finding.cause())
                .toList();
    }

    /** Which rows, features or classes are meant, where the evidence names any; shares and pictures stay where they are. */
    private static List<String> examples(Finding finding) {
        List<String> lines = new ArrayList<>();
        finding.evidence().forEach((name, value) -> {
            if (value instanceof List<?> list
                    && !list.isEmpty()
                    && !(list.get(0) instanceof Double)
                    && !Finding.isPictorial(name)) {
                lines.addAll(wrapped(name + ": " + Words.listed(list)));
            }
        });
        return lines;
    }

    private static List<String> wrapped(String text) {
        return WordUtils.wrap(text, WIDTH - INDENT.length())
                .lines()
                .map(line -> INDENT + line)
                .toList();
    }
}
