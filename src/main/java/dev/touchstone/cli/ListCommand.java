package dev.touchstone.cli;

import dev.touchstone.base.UserError;
import dev.touchstone.cli.text.StudyLine;
import dev.touchstone.store.SqliteStudyStore;
import dev.touchstone.store.StoreException;
import dev.touchstone.store.StudyFolder;
import dev.touchstone.store.StudySummary;
import dev.touchstone.study.StudyReader;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists studies, also beside one that cannot be read. */
@Command(name = "list", description = "Lists the studies of the reports folder.")
final class ListCommand implements Callable<Integer> {
    @Mixin
    private ReportsOption reports = new ReportsOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<String> studies = reports.names();
        if (studies.isEmpty()) {
            spec.commandLine().getErr().println("There are no studies in " + reports + ".");
        }
        boolean allRead = true;
        for (String study : studies) {
            try {
                out.println(StudyLine.of(summary(study)));
            } catch (UserError | StoreException e) {
                spec.commandLine().getErr().println(study + ": " + e.getMessage());
                allRead = false;
            }
        }
        return allRead ? ExitCode.DONE : ExitCode.FAILED;
    }

    private StudySummary summary(String study) {
        StudyFolder folder = reports.existing(study);
        try (SqliteStudyStore store = SqliteStudyStore.openExisting(folder.database(), study)) {
            return new StudyReader(folder, store).summary();
        }
    }
}
