package dev.touchstone.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** How a call of the command ended. */
record Called(int code, String out, String err) {
    /** Calls the command as main does, in this process. */
    static Called with(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Touchstone.commandLine(new PrintWriter(out), new PrintWriter(err))
                .execute(arguments);
        return new Called(code, out.toString(), err.toString());
    }
}
