package dev.touchstone.study;

import java.util.regex.Pattern;

/** What a study may be called: a name that is one plain folder on every system. */
public final class StudyName {
    /** In words, for messages. */
    public static final String RULE =
            "1 to 64 letters, digits, dots, dashes and underscores, a letter or digit first and no '..'";

    static final Pattern PATTERN = Pattern.compile("^(?!.*\\.\\.)[A-Za-z0-9][A-Za-z0-9._-]{0,63}$");

    private StudyName() {}

    public static boolean isValid(String name) {
        return PATTERN.matcher(name).matches();
    }
}
