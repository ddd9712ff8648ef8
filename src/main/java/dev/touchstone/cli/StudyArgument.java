package dev.touchstone.cli;

import dev.touchstone.report.ReportModel;
import dev.touchstone.store.SqliteStudyStore;
import dev.touchstone.store.StudyFolder;
import dev.touchstone.study.Studies;
import dev.touchstone.study.StudyReader;
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

    /** All studies of the reports folder. */
    Studies studies() {
        return reports.studies();
    }

    /** All that can be told of the study. */
    ReportModel model() {
        try (SqliteStudyStore store = open()) {
            return StudyModel.of(studies(), new StudyReader(folder(), store).record());
        }
    }

    SqliteStudyStore open() {
        return reports.open(name);
    }
}
