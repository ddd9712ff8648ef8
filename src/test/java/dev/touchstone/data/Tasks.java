package dev.touchstone.data;

import java.util.stream.IntStream;

/** Tasks by their size alone. */
public final class Tasks {
    private Tasks() {}

    /** So many classes, named by their numbers. */
    public static Task classes(int count) {
        return new Task.Classification(
                IntStream.range(0, count).mapToObj(Integer::toString).toList());
    }
}
