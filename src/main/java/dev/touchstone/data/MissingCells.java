package dev.touchstone.data;

import java.util.Locale;
import java.util.Set;

/** What becomes of cells that hold no value; fitted on the train split where something is put in their place. */
public enum MissingCells {
    /** The table is refused. */
    REFUSE,
    /** The whole row is left out. */
    DROP,
    /** A number becomes train's mean, a category one of its own; a feature says that it was missing. */
    IMPUTE;

    /** How tables write that there is no value, in small letters; besides an empty cell. */
    private static final Set<String> WRITTEN = Set.of("", "na", "n/a", "nan", "null", "?");

    static boolean isMissing(String cell) {
        return WRITTEN.contains(cell.toLowerCase(Locale.ROOT));
    }
}
