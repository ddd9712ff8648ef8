package dev.touchstone.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One series as its lines come, in whatever order. */
final class SequenceLines {
    /** @param values of the features */
    @SuppressWarnings("ArrayRecordComponent") // small, kept while the file is read, never compared
    record Step(long line, String time, Moment moment, float[] values) {}

    private final long line;
    private final String label;
    private final String deciding;
    private final List<Step> steps = new ArrayList<>();

    /**
     * @param line of the file, from 1, that came first
     * @param deciding the cell that decides the split; empty when none does
     */
    SequenceLines(long line, String label, String deciding) {
        this.line = line;
        this.label = label;
        this.deciding = deciding;
    }

    long line() {
        return line;
    }

    String label() {
        return label;
    }

    String deciding() {
        return deciding;
    }

    int length() {
        return steps.size();
    }

    void add(Step step) {
        steps.add(step);
    }

    /** The steps in order of time; those of one moment in that of the file. */
    List<Step> ascending() {
        return steps.stream()
                .sorted(Comparator.comparingDouble(step -> step.moment().value()))
                .toList();
    }
}
