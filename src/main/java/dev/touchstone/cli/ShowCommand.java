package dev.touchstone.cli;

import dev.touchstone.base.Json;
import dev.touchstone.cli.text.StudyPage;
import dev.touchstone.cli.text.TrialPage;
import dev.touchstone.report.ReportModel;
import dev.touchstone.report.StudyDocument;
import dev.touchstone.report.TrialDocument;
import dev.touchstone.store.SqliteStudyStore;
import dev.touchstone.store.TrialRecord;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows a study or one of its trials. */
@Command(name = "show", description = "Shows a study, or one of its trials.")
final class ShowCommand implements Callable<Integer> {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @Option(names = "--trial", paramLabel = "N", description = "Only this trial, in full.")
    private @Nullable Integer trial;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (trial == null) {
            ReportModel model = study.model();
            List<String> lines = json ? List.of(Json.pretty(StudyDocument.of(model))) : StudyPage.lines(model);
            lines.forEach(out::println);
            return ExitCode.DONE;
        }
        try (SqliteStudyStore store = study.open()) {
            TrialRecord record = TrialOption.find(store, trial);
            List<String> lines = json
                    ? List.of(Json.pretty(TrialDocument.of(record)))
                    : new TrialPage(
                                    study.folder().folder(),
                                    Terminal.ofThisProcess().unicode())
                            .lines(record);
            lines.forEach(out::println);
        }
        return ExitCode.DONE;
    }
}
