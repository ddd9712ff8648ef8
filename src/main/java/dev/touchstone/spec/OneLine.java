package dev.touchstone.spec;

import java.util.regex.Pattern;

/** Text without line breaks and other characters that would let a file write on the user's terminal as it likes. */
public final class OneLine {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]");

    private OneLine() {}

    public static String of(String text) {
        return UNSEEN.matcher(text).replaceAll("?");
    }
}
