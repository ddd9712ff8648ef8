package dev.touchstone.cli;

import dev.touchstone.base.UserError;
import dev.touchstone.data.vault.VaultKeys;
import dev.touchstone.spec.Nearest;
import dev.touchstone.spec.Quoted;
import dev.touchstone.store.SqliteStudyStore;
import dev.touchstone.store.StudyFolder;
import dev.touchstone.study.Studies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The folder of all studies. */
final class ReportsOption {
    @Option(
            names = "--reports",
            paramLabel = "DIR",
            defaultValue = "${env:TOUCHSTONE_REPORTS:-reports}",
            description = "Folder of all studies (or TOUCHSTONE_REPORTS; default: reports).")
    private Path folder = Path.of("reports");

    /** All studies of the folder, with the keys of this user. */
    Studies studies() {
        return new Studies(folder, VaultKeys.of(System.getenv()), Clock.systemUTC());
    }

    /**
     * Where the files of a study are that was created before.
     *
     * @throws UserError when there is no such study
     */
    StudyFolder existing(String study) {
        List<String> studies = names();
        if (!studies.contains(study)) {
            String hint = studies.isEmpty() ? "; there are no studies in it" : Nearest.hint(study, studies);
            throw new UserError("there is no study " + Quoted.of(study) + " in " + folder + hint);
        }
        return new StudyFolder(folder, study);
    }

    /** The store of a study that was created before. */
    SqliteStudyStore open(String study) {
        return SqliteStudyStore.openExisting(existing(study).database(), study);
    }

    /** Names of the studies in the folder, in alphabetical order. */
    List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> Files.isRegularFile(new StudyFolder(folder, name).database()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
