package dev.touchstone.model.keras;

import java.util.Objects;
import java.util.regex.Pattern;

/** What DL4J says of a network that it does not import, without what it says to all of them. */
final class ImportMessage {
    /** After the first sentence; a full stop within a number or a name is none. */
    private static final Pattern END = Pattern.compile("(?s)(\\.\\s|\\n).*|\\.$");

    private ImportMessage() {}

    static String of(Throwable thrown) {
        String said = Objects.requireNonNullElse(thrown.getMessage(), "");
        return said.isBlank()
                ? thrown.getClass().getSimpleName()
                : END.matcher(said.strip()).replaceFirst("");
    }
}
