package dev.touchstone.cli;

import dev.touchstone.report.html.HtmlReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes the HTML report of a study as it stands. */
@Command(name = "report", description = "Writes a study's HTML report again.")
final class ReportCommand implements Callable<Integer> {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Path report = study.folder().report();
        new HtmlReport().write(study.model(), report);
        spec.commandLine().getOut().println(report);
        return ExitCode.DONE;
    }
}
