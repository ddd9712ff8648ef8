package dev.touchstone.cli;

import dev.touchstone.cli.text.TestText;
import dev.touchstone.data.vault.OpeningRequest;
import dev.touchstone.store.SqliteStudyStore;
import dev.touchstone.study.TestFigures;
import dev.touchstone.study.TestOpenings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The only command that opens a test split. */
@Command(name = "test", description = "Opens the sealed test split for one trial, on the ledger.")
final class TestCommand implements Callable<Integer> {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @Mixin
    private TrialOption trial = new TrialOption();

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, for the ledger.")
    private String reason = "";

    @Option(
            names = "--again",
            description =
                    "Also when a trial of the study saw the test split before; intervals widen with each opening.")
    private boolean again;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        OpeningRequest request = new OpeningRequest(study.name(), trial.number(), reason);
        try (SqliteStudyStore store = study.open()) {
            trial.in(store);
        }
        TestOpenings openings = new TestOpenings(study.studies());
        TestFigures figures = again ? openings.openAgain(request) : openings.open(request);
        spec.commandLine().getErr().println("On the ledger: " + study.folder().ledger());
        TestText.lines(request, figures, study.model())
                .forEach(spec.commandLine().getOut()::println);
        return ExitCode.DONE;
    }
}
