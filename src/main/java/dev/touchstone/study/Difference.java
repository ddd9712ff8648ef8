package dev.touchstone.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One fact that is not what it was.
 *
 * @param what such as {@code loss of iteration 17}
 * @param recorded in full, so that a single bit shows; {@code nothing} where there was none
 * @param replayed likewise
 */
public record Difference(String what, String recorded, String replayed) {
    private static final String NOTHING = "nothing";

    /**
     * What differs between facts by name, in the order of the recorded ones; then what only the replayed ones have.
     * Numbers are equal only when all their bits agree (NaN equals NaN).
     */
    static List<Difference> between(Map<String, ?> recorded, Map<String, ?> replayed) {
        Set<String> names = new LinkedHashSet<>(recorded.keySet());
        names.addAll(replayed.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String name : names) {
            Object then = recorded.get(name);
            Object now = replayed.get(name);
            if (!Objects.equals(then, now)) {
                differences.add(new Difference(name, inFull(then), inFull(now)));
            }
        }
        return differences;
    }

    private static String inFull(@Nullable Object fact) {
        return fact == null ? NOTHING : fact.toString();
    }
}
