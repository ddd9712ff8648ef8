package dev.touchstone.cli;

import dev.touchstone.base.FileTrouble;
import dev.touchstone.base.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns what went wrong into a message and an exit code. The user's mistakes are told in their own words; of our own
 * failures one line is told, and the trace goes to a file, or to stderr when {@code TOUCHSTONE_DEBUG} is set.
 */
final class Mistakes implements IExecutionStrategy, IParameterExceptionHandler, IExecutionExceptionHandler {
    private final boolean debug;

    Mistakes(boolean debug) {
        this.debug = debug;
    }

    /** Runs the command; what {@link #handleExecutionException} does not get is that memory ran out. */
    @Override
    public int execute(ParseResult call) {
        try {
            return new CommandLine.RunLast().execute(call);
        } catch (OutOfMemoryError e) {
            call.commandSpec()
                    .commandLine()
                    .getErr()
                    .println("touchstone: out of memory (" + e.getMessage() + "), with a Java heap of at most "
                            + (Runtime.getRuntime().maxMemory() >> 20)
                            + " MB; allow more by TOUCHSTONE_JAVA_OPTS=-Xmx4g, or take fewer rows");
            return ExitCode.FAILED;
        }
    }

    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("touchstone: " + mistake.getMessage());
        List<String> nearest =
                mistake instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        if (!nearest.isEmpty()) {
            err.println("Did you mean " + String.join(" or ", nearest) + "?");
        }
        err.println("See " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.WRONG_CALL;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult call) {
        PrintWriter err = command.getErr();
        if (failure instanceof UserError) {
            err.println("touchstone: " + failure.getMessage());
            return ExitCode.WRONG_CALL;
        }
        err.println("touchstone: failed, and not by your mistake: " + oneLine(failure));
        if (debug) {
            failure.printStackTrace(err);
        } else {
            err.println(whereTheTraceIs(failure));
        }
        return ExitCode.FAILED;
    }

    private static String oneLine(Exception failure) {
        String message =
                failure instanceof FileSystemException refusal ? FileTrouble.inWords(refusal) : failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    private static String whereTheTraceIs(Exception failure) {
        try {
            Path file = Files.createTempFile("touchstone-", ".log");
            try (PrintWriter trace = new PrintWriter(Files.newBufferedWriter(file))) {
                failure.printStackTrace(trace);
            }
            return "The trace is in " + file;
        } catch (IOException e) {
            return "No trace could be written (" + e.getMessage() + "); TOUCHSTONE_DEBUG=1 prints it";
        }
    }
}
