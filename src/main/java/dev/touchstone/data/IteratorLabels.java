package dev.touchstone.data;

import dev.touchstone.base.UserError;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the labels of a user's iterator are for: a class of one-hot columns, or what a table's column would be. */
record IteratorLabels(Targets targets, List<String> classNames) {
    /**
     * Tells by the numbers alone, unless the spec states the task.
     *
     * @param where what messages begin with
     * @param labels row after row, all finite
     * @param width labels a row
     * @param names of the labels; none when nobody knows them
     */
    static IteratorLabels of(String where, float[] labels, int width, List<String> names, Task.@Nullable Kind stated) {
        if (new HashSet<>(names).size() < names.size()) {
            throw new UserError(where + ": getLabels() gave " + names + ", expected each name once");
        }
        return width == 1 ? ofColumn(where, labels, names, stated) : ofColumns(where, labels, width, names, stated);
    }

    private static IteratorLabels ofColumn(
            String where, float[] labels, List<String> names, Task.@Nullable Kind stated) {
        LabelColumn column = new LabelColumn();
        for (float label : labels) {
            column.add(text(label));
        }
        Task.Kind kind = stated == null ? column.kind() : stated;
        if (kind == Task.Kind.REGRESSION) {
            return new IteratorLabels(new Targets.Values(labels), List.of());
        }
        column.noClasses().ifPresent(why -> {
            throw new UserError(where + ": " + why);
        });
        List<String> texts = column.classNames();
        return new IteratorLabels(new Targets.Classes(column.labels()), named(texts, names));
    }

    /** A whole number as whole numbers are written. */
    private static String text(float label) {
        return label == (long) label ? Long.toString((long) label) : Float.toString(label);
    }

    /** Numbers of classes give way to their names where there is one for each. */
    private static List<String> named(List<String> texts, List<String> names) {
        List<String> numbers =
                IntStream.range(0, names.size()).mapToObj(Integer::toString).toList();
        return numbers.containsAll(texts)
                ? texts.stream().map(text -> names.get(numbers.indexOf(text))).toList()
                : texts;
    }

    private static IteratorLabels ofColumns(
            String where, float[] labels, int width, List<String> names, Task.@Nullable Kind stated) {
        if (stated == Task.Kind.REGRESSION) {
            throw new UserError(where + ": found " + width + " labels a row, expected one number, for the spec says"
                    + " task: regression");
        }
        if (!names.isEmpty() && names.size() != width) {
            throw new UserError(where + ": getLabels() gave " + names.size() + " names, expected " + width
                    + " as there are labels a row");
        }
        int[] classes = new int[labels.length / width];
        for (int row = 0; row < classes.length; row++) {
            classes[row] = hot(labels, row * width, width);
            if (classes[row] < 0) {
                throw new UserError(where + ": row " + (row + 1) + " of all: found the labels "
                        + Arrays.toString(Arrays.copyOfRange(labels, row * width, (row + 1) * width))
                        + ", expected one 1 among 0s (one-hot), or a single number");
            }
        }
        List<String> places =
                IntStream.range(0, width).mapToObj(Integer::toString).toList();
        return new IteratorLabels(new Targets.Classes(classes), names.isEmpty() ? places : names);
    }

    /** Where the only 1 among 0s is; -1 when they are something else. */
    private static int hot(float[] labels, int from, int width) {
        int hot = -1;
        for (int i = 0; i < width; i++) {
            float label = labels[from + i];
            if (label != 0 && (label != 1 || hot >= 0)) {
                return -1;
            }
            hot = label == 1 ? i : hot;
        }
        return hot;
    }
}
