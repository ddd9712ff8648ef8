package dev.touchstone.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What the terminal can show.
 *
 * @param unicode whether it shows more than ASCII
 * @param live whether stderr is a terminal on which a line can be redrawn; only the launcher can tell
 */
record Terminal(boolean unicode, boolean live) {
    /** The property that the launcher sets when stderr is a terminal. */
    private static final String LIVE = "touchstone.live";

    static Terminal ofThisProcess() {
        String encoding = System.getProperty("stdout.encoding", System.getProperty("native.encoding", ""));
        boolean unicode =
                Charset.isSupported(encoding) && Charset.forName(encoding).equals(StandardCharsets.UTF_8);
        return new Terminal(unicode, Boolean.getBoolean(LIVE));
    }
}
