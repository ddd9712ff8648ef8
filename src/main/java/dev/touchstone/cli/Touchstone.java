package dev.touchstone.cli;

import dev.touchstone.cli.text.PlainWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ScopeType;

/** The command's entry. */
@Command(
        name = "touchstone",
        description = "Searches hyperparameters of Deeplearning4j networks, behind sanity gates.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            SweepCommand.class,
            ResumeCommand.class,
            CheckCommand.class,
            LearningRateRangeCommand.class,
            ShowCommand.class,
            ExplainCommand.class,
            ListCommand.class,
            ReportCommand.class,
            BestCommand.class,
            EnsembleCommand.class,
            NoteCommand.class,
            ReplayCommand.class,
            SealCommand.class,
            TestCommand.class,
            DeleteCommand.class
        })
public final class Touchstone {
    private Touchstone() {}

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT); // numbers look the same on every machine
        PrintWriter out = printer(FileDescriptor.out);
        PrintWriter err = printer(FileDescriptor.err);
        int code = commandLine(out, err).execute(arguments);
        out.flush();
        System.exit(code);
    }

    /** The whole command, printing to the writers. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        Mistakes mistakes = new Mistakes(System.getenv("TOUCHSTONE_DEBUG") != null);
        return new CommandLine(new Touchstone())
                .setOut(new PrintWriter(new PlainWriter(out), true))
                .setErr(new PrintWriter(new PlainWriter(err), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(mistakes)
                .setParameterExceptionHandler(mistakes)
                .setExecutionExceptionHandler(mistakes);
    }

    /** UTF-8 whatever the locale, as JSON must be. */
    private static PrintWriter printer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}
