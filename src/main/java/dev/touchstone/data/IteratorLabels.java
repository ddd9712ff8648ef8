package dev.touchstone.data;

import dev.touchstone.base.UserError;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the labels of a user's iterator are for: a class or several labels of columns of 0 and 1, or what the column of a
 * table would be.
 *
 * @param where what messages begin with
 * @param width labels a row
 * @param names of the labels; none when nobody knows them
 */
record IteratorLabels(String where, int width, List<String> names) {
    /**
     * Tells by the numbers alone, unless the spec states the task.
     *
     * @param labels row after row, all finite
     */
    Labelled read(float[] labels, Task.@Nullable Kind stated) {
        if (new HashSet<>(names).size() < names.size()) {
            throw refused("getLabels() gave " + names + ", expected each name once");
        } else if (width == 1) {
            return ofColumn(labels, stated);
        } else if (!names.isEmpty() && names.size() != width) {
            throw refused(
                    "getLabels() gave " + names.size() + " names, expected " + width + " as there are labels a row");
        }
        return ofColumns(labels, stated);
    }

    private Labelled ofColumn(float[] labels, Task.@Nullable Kind stated) {
        if (stated == Task.Kind.MULTI_LABEL) {
            throw refused("found one label a row, expected several, for the spec says task: multi-label");
        }
        LabelColumn column = new LabelColumn();
        for (float label : labels) {
            column.add(text(label));
        }
        if ((stated == null ? column.kind() : stated) == Task.Kind.REGRESSION) {
            return new Labelled(new Targets.Values(labels), List.of());
        }
        column.noClasses().ifPresent(why -> {
            throw refused(why);
        });
        List<String> texts = column.classNames();
        return new Labelled(new Targets.Classes(column.labels()), named(texts));
    }

    /** A whole number as whole numbers are written. */
    private static String text(float label) {
        return label == (long) label ? Long.toString((long) label) : Float.toString(label);
    }

    /** Numbers of classes give way to their names where there is one for each. */
    private List<String> named(List<String> texts) {
        List<String> numbers = places(names.size());
        return numbers.containsAll(texts)
                ? texts.stream().map(text -> names.get(numbers.indexOf(text))).toList()
                : texts;
    }

    private static List<String> places(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    private Labelled ofColumns(float[] labels, Task.@Nullable Kind stated) {
        if (stated == Task.Kind.REGRESSION) {
            throw refused("found " + width + " labels a row, expected one number, for the spec says task: regression");
        }
        List<String> known = names.isEmpty() ? places(width) : names;
        boolean[] flags = flags(labels);
        int[] hot = hot(flags);
        int odd = IntStream.range(0, hot.length)
                .filter(row -> hot[row] < 0)
                .findFirst()
                .orElse(-1);
        if (stated == Task.Kind.CLASSIFICATION && odd >= 0) {
            throw refused(row(odd, labels) + ", expected one 1 among 0s (one-hot), for the spec says"
                    + " task: classification");
        }
        return stated == Task.Kind.MULTI_LABEL || odd >= 0
                ? new Labelled(new Targets.LabelSets(width, flags), known)
                : new Labelled(new Targets.Classes(hot), known);
    }

    private boolean[] flags(float[] labels) {
        boolean[] flags = new boolean[labels.length];
        for (int i = 0; i < labels.length; i++) {
            flags[i] = labels[i] == 1;
            if (!flags[i] && labels[i] != 0) {
                throw refused(row(i / width, labels) + ", expected 0s and 1s, or a single number");
            }
        }
        return flags;
    }

    /** The only label of each row; -1 where a row has none or several. */
    private int[] hot(boolean[] flags) {
        int[] hot = new int[flags.length / width];
        for (int row = 0; row < hot.length; row++) {
            int from = row * width;
            int[] has = IntStream.range(0, width).filter(i -> flags[from + i]).toArray();
            hot[row] = has.length == 1 ? has[0] : -1;
        }
        return hot;
    }

    private String row(int row, float[] labels) {
        return "row " + (row + 1) + " of all: found the labels "
                + Arrays.toString(Arrays.copyOfRange(labels, row * width, (row + 1) * width));
    }

    private UserError refused(String what) {
        return new UserError(where + ": " + what);
    }
}
