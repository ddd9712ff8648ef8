package dev.touchstone.cli;

import dev.touchstone.store.SqliteStudyStore;
import dev.touchstone.store.StudyFolder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A study that was created before, by its name. */
final class StudyArgument {
    @Parameters(paramLabel = "STUDY", description = "Name of a study; 'touchstone list' shows them.")
    private String name = "";

    @Mixin
    private ReportsOption reports = new ReportsOption();

    String name() {
        return name;
    }

    StudyFolder folder() {
        return reports.existing(name);
    }

    SqliteStudyStore open() {
        return reports.open(name);
    }
}
