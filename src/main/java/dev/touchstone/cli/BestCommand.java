package dev.touchstone.cli;

import dev.touchstone.report.ReportModel;
import dev.touchstone.study.BestModel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Hands over the model of rank 1, or an ensemble. */
@Command(name = "best", description = "Writes the best model, its normaliser and the Java code that loads them.")
final class BestCommand implements Callable<Integer> {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @Option(names = "--to", paramLabel = "FOLDER", required = true, description = "Where to; made when missing.")
    private Path folder = Path.of("");

    @Option(
            names = "--ensemble",
            paramLabel = "N",
            description = "The members of this ensemble instead, a folder for each.")
    private @Nullable Integer ensemble;

    @Mixin
    private ClassPathOption classPath = new ClassPathOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (ensemble != null) {
            new BestModel(study.studies().with(classPath.entries())).exportEnsemble(study.name(), ensemble, folder);
            out.println("ensemble " + ensemble + ": " + folder);
            return ExitCode.DONE;
        }
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
