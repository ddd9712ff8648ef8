package dev.touchstone.cli;

import dev.touchstone.study.Studies;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Continues a study by the spec that was kept with it. */
@Command(name = "resume", description = "Continues a study that was interrupted.")
final class ResumeCommand implements Callable<Integer> {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @Mixin
    private ClassPathOption classPath = new ClassPathOption();

    @Mixin
    private WorkersOption workers = new WorkersOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Studies studies = study.studies().with(classPath.entries());
        return new SweepRun(studies, workers, spec.commandLine())
                .run(studies.resume(study.folder().study()));
    }
}
