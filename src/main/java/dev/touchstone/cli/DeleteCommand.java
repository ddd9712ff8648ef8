package dev.touchstone.cli;

import dev.touchstone.base.UserError;
import dev.touchstone.base.WholeFolder;
import dev.touchstone.store.StudyFolder;
import dev.touchstone.study.StudyLock;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Scanner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Deletes all that a study left, but for its lines in the ledger. */
@Command(name = "delete", description = "Deletes a study's folder; the ledger of test openings stays.")
final class DeleteCommand implements Callable<Integer> {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public Integer call() throws IOException {
        StudyFolder folder = study.folder();
        if (!yes && !isConfirmed(folder)) {
            throw new UserError("nothing was deleted; the study's name is the answer that deletes it, or give --yes");
        }
        try (StudyLock lock = StudyLock.take(folder)) {
            WholeFolder.delete(folder.folder());
        }
        spec.commandLine().getErr().println("Deleted " + folder.folder() + ".");
        return ExitCode.DONE;
    }

    private boolean isConfirmed(StudyFolder folder) {
        spec.commandLine()
                .getErr()
                .println("This deletes " + folder.folder()
                        + " with all trials, checkpoints and the sealed test split. Type the study's name to go on:");
        Scanner in = new Scanner(System.in, Charset.defaultCharset());
        return in.hasNextLine() && in.nextLine().strip().equals(study.name());
    }
}
