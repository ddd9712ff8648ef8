package dev.touchstone.base;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names on one line. */
public final class Listed {
    private Listed() {}

    /** So many at most, and how many there are: {@code a, b, … (9 in all)}. */
    public static String of(Collection<String> names, int most) {
        String first = names.stream().limit(most).collect(Collectors.joining(", "));
        return names.size() <= most ? first : first + ", … (" + names.size() + " in all)";
    }
}
