package dev.touchstone.cli.text;

import dev.touchstone.store.StudyHead;
import java.util.ArrayList;
import java.util.List;

/** What is known of a study's data. */
public final class DataPage {
    private DataPage() {}

    /** A line for the source and its rows, the task, the split, each kind of column, and what else the user should know. */
    public static List<String> lines(StudyHead.DataSummary data) {
        List<String> lines = new ArrayList<>();
        lines.add("data        " + data.source() + ": " + data.train() + " train, " + data.validation()
                + " validation, " + data.test() + " test rows; fingerprint " + data.fingerprint());
        lines.add("task        " + data.task());
        lines.add("split       " + data.split());
        data.columns().forEach(column -> lines.add("columns     " + column));
        data.notes().forEach(note -> lines.add("note        " + note));
        return lines;
    }
}
