package dev.touchstone.cli.text;

import dev.touchstone.spec.SpecName;
import dev.touchstone.store.StudySummary;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A study on one line. */
public final class StudyLine {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'").withZone(ZoneOffset.UTC);

    private StudyLine() {}

    /** {@code digits  finished  2026-01-31 10:00Z  20 complete, 4 gated}. */
    public static String of(StudySummary study) {
        return study.study() + "  " + SpecName.of(study.status()) + "  " + MINUTE.format(study.updated()) + "  "
                + Words.counts(study.counts());
    }
}
