package dev.touchstone.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** How a call of the command ended. */
record Called(int code, String out, String err) {
    /** The same with a configuration folder of its own, as another user or another machine has. */
    static Called by(Path configuration, String... arguments) {
        System.setProperty("touchstone.config", configuration.toString());
        try {
            return with(arguments);
        } finally {
            System.clearProperty("touchstone.config");
        }
    }

    /** Calls the command as main does, in this process. */
    static Called with(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Touchstone.commandLine(new PrintWriter(out), new PrintWriter(err))
                .execute(arguments);
        return new Called(code, out.toString(), err.toString());
    }
}
