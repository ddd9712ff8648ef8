package dev.touchstone.cli;

import dev.touchstone.cli.text.FindingText;
import dev.touchstone.diagnosis.augmentation.AugmentationCheck;
import dev.touchstone.spec.Overrides;
import dev.touchstone.study.ReadSpec;
import dev.touchstone.study.RefusedData;
import dev.touchstone.study.Studies;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the study of a spec, or continues it. */
@Command(
        name = "sweep",
        description = "Runs the study of a spec, or continues it; prints the ranking, writes the report.")
final class SweepCommand implements Callable<Integer> {
    @Mixin
    private SpecArgument file = new SpecArgument();

    @Mixin
    private ReportsOption reports = new ReportsOption();

    @Option(names = "--trials", paramLabel = "N", description = "How many trials, instead of the spec's number.")
    private @Nullable Integer trials;

    @Option(names = "--seed", paramLabel = "N", description = "The search's seed, instead of the spec's.")
    private @Nullable Long seed;

    @Mixin
    private WorkersOption workers = new WorkersOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Overrides overrides = file.overrides(trials, seed);
        ReadSpec read = file.read(overrides, spec.commandLine().getErr());
        Studies studies = reports.studies().with(file.classPath());
        PrintWriter err = spec.commandLine().getErr();
        AugmentationCheck.cost(read.spec().augmentation()).ifPresent(err::println);
        SweepRun run = new SweepRun(studies, workers, spec.commandLine());
        try {
            return run.run(studies.start(read, overrides));
        } catch (RefusedData refused) {
            FindingText.lines(refused.findings()).forEach(err::println);
            err.println();
            err.println(
                    "No trial was run: the data checks found an error. Mend the data, or set data: {checks: advise} in"
                            + " the spec to train on them all the same");
            return ExitCode.NO;
        }
    }
}
