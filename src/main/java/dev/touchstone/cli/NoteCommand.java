package dev.touchstone.cli;

import dev.touchstone.base.UserError;
import dev.touchstone.store.SqliteStudyStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Adds to a trial's record what only a person knows. */
@Command(name = "note", description = "Adds a note to a trial's record.")
final class NoteCommand implements Callable<Integer> {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @Mixin
    private TrialOption trial = new TrialOption();

    @Parameters(index = "1", paramLabel = "TEXT", description = "The note.")
    private String text = "";

    @Override
    public Integer call() {
        if (text.isBlank()) {
            throw new UserError("the note is empty; write it in quotes after the options");
        }
        try (SqliteStudyStore store = study.open()) {
            trial.in(store);
            store.note(trial.number(), text);
        }
        return ExitCode.DONE;
    }
}
