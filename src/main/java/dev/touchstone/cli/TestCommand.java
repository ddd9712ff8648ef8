package dev.touchstone.cli;

import dev.touchstone.base.FileTrouble;
import dev.touchstone.cli.text.TestText;
import dev.touchstone.data.vault.OpeningRequest;
import dev.touchstone.report.html.HtmlReport;
import dev.touchstone.store.SqliteStudyStore;
import dev.touchstone.study.Studies;
import dev.touchstone.study.TestFigures;
import dev.touchstone.study.TestOpenings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The only command that opens a test split. */
@Command(name = "test", description = "Opens the sealed test split for one trial or ensemble, on the ledger.")
final class TestCommand implements Callable<Integer> {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @ArgGroup(multiplicity = "1")
    private ExamineeOption examinee = new ExamineeOption();

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, for the ledger.")
    private String reason = "";

    @Option(
            names = "--again",
            description =
                    "Also when a trial of the study saw the test split before; intervals widen with each opening.")
    private boolean again;

    @Option(
            names = "--key",
            paramLabel = "PRIVATE.pem",
            description = "Your private key, when the test split was sealed for the public one.")
    private @Nullable Path key;

    @Mixin
    private ClassPathOption classPath = new ClassPathOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        OpeningRequest request = new OpeningRequest(study.name(), examinee.examinee(), reason);
        try (SqliteStudyStore store = study.open()) {
            examinee.requireIn(store);
        }
        Studies studies = study.studies().with(classPath.entries());
        TestOpenings openings = new TestOpenings(key == null ? studies : studies.with(key));
        TestFigures figures = again ? openings.openAgain(request) : openings.open(request);
        PrintWriter err = spec.commandLine().getErr();
        err.println("On the ledger: " + study.folder().ledger());
        studies.vault(study.name()).state().ifPresent(state -> err.println("Sealed as: " + state.digest()));
        TestText.lines(request, figures, study.model())
                .forEach(spec.commandLine().getOut()::println);
        report(err);
        return ExitCode.DONE;
    }

    /** The report said that the test split is sealed. */
    private void report(PrintWriter err) {
        try {
            new HtmlReport().write(study.model(), study.folder().report());
            err.println("report: " + study.folder().report());
        } catch (IOException e) {
            err.println("The report does not know of the opening: " + FileTrouble.inWords(e) + "; touchstone report "
                    + study.name() + " writes it again");
        }
    }
}
