package dev.touchstone.spec;

import dev.touchstone.base.UserError;
import java.util.List;

/** A spec that cannot be used, with everything that is wrong with it. The message has one line a problem. */
public class SpecException extends UserError {
    private final transient List<String> problems;

    public SpecException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line each, in the order of the file. */
    public List<String> problems() {
        return problems;
    }
}
