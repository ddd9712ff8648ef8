package dev.touchstone.spec;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The valid name that a mistyped one most likely means. */
public final class Nearest {
    /** Two slips, or one swap of neighbouring letters. */
    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(2);

    private Nearest() {}

    /** The closest of the names, when one is close enough to be meant. */
    public static Optional<String> to(String name, Collection<String> names) {
        return names.stream()
                .filter(candidate -> slips(name, candidate) >= 0)
                .min(Comparator.comparingInt(candidate -> slips(name, candidate)));
    }

    /** The end of a message: {@code ; did you mean 'train'?}, or nothing. */
    public static String hint(String name, Collection<String> names) {
        return to(name, names)
                .map(nearest -> "; did you mean " + Quoted.of(nearest) + "?")
                .orElse("");
    }

    /** How many letters differ; -1 when too many or all of them. */
    private static int slips(String name, String candidate) {
        int slips = DISTANCE.apply(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
        return slips < Math.min(name.length(), candidate.length()) ? slips : -1;
    }
}
