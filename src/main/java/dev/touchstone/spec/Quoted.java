package dev.touchstone.spec;

/** What a user wrote, as a message shows it: in single quotes, on one line, not longer than a line can bear. */
public final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    /** Text in quotes, any other value without. */
    public static String value(Object value) {
        return value instanceof String text ? of(text) : shown(value.toString());
    }

    public static String of(String text) {
        return "'" + shown(text) + "'";
    }

    private static String shown(String text) {
        return OneLine.of(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
    }
}
