package dev.touchstone.spec;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What unquoted text means, by the core schema of YAML 1.2: {@code off} is text and {@code 1e-5} a number, both unlike
 * YAML 1.1. Numbers that are not finite stay text, so that they are refused wherever a number is expected.
 */
public final class PlainScalar {
    private static final Pattern NOTHING = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
    private static final Pattern FALSE = Pattern.compile("false|False|FALSE");
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,18}");
    private static final Pattern REAL =
            Pattern.compile("[-+]?(?:\\.[0-9]++|[0-9]++(?:\\.[0-9]*+)?)(?:[eE][-+]?[0-9]++)?");

    private PlainScalar() {}

    /** A {@link Long}, {@link Double}, {@link Boolean}, null for nothing, or the text itself. */
    public static @Nullable Object valueOf(String text) {
        if (NOTHING.matcher(text).matches()) {
            return null;
        } else if (TRUE.matcher(text).matches()) {
            return true;
        } else if (FALSE.matcher(text).matches()) {
            return false;
        } else if (WHOLE.matcher(text).matches()) {
            return Long.valueOf(text);
        } else if (REAL.matcher(text).matches()) {
            double number = Double.parseDouble(text);
            return Double.isInfinite(number) ? text : (Object) number;
        }
        return text;
    }
}
