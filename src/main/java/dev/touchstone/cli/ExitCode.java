package dev.touchstone.cli;

/** What the command tells its caller; README documents these, and scripts rely on them. */
final class ExitCode {
    /** Yes, or done. */
    static final int DONE = 0;

    /** The answer is no: a gate rejected, data checks found an error, no trial completed, a replay differs. */
    static final int NO = 1;

    /** The call is wrong: spec, flags, an unknown study, or one that is in use. */
    static final int WRONG_CALL = 2;

    /** Ours failed: disk, database, a bug. */
    static final int FAILED = 3;

    /** Interrupted; {@code resume} continues. What a shell reports of SIGINT. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
