package dev.touchstone.cli;

import dev.touchstone.report.ReportModel;
import dev.touchstone.study.BestModel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Hands over the model of rank 1. */
@Command(name = "best", description = "Writes the best model, its normaliser and the Java code that loads them.")
final class BestCommand implements Callable<Integer> {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @Option(names = "--to", paramLabel = "FOLDER", required = true, description = "Where to; made when missing.")
    private Path folder = Path.of("");

    @Mixin
    private ClassPathOption classPath = new ClassPathOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ReportModel model = study.model();
        if (model.ranking().isEmpty()) {
            out.println("No trial of " + study.name() + " is complete, so there is no best model.");
            return ExitCode.NO;
        }
        int trial = model.ranking().get(0).trial();
        new BestModel(study.studies().with(classPath.entries())).export(study.name(), trial, folder);
        out.println("trial " + trial + ": " + folder);
        return ExitCode.DONE;
    }
}
