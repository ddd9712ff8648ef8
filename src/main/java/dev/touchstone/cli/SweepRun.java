package dev.touchstone.cli;

import dev.touchstone.cli.text.StudyPage;
import dev.touchstone.cli.text.SweepText;
import dev.touchstone.execution.InProcessExecutor;
import dev.touchstone.report.ReportModel;
import dev.touchstone.report.html.HtmlReport;
import dev.touchstone.search.RandomSampler;
import dev.touchstone.store.StudyFolder;
import dev.touchstone.study.OpenStudy;
import dev.touchstone.study.SearchCoordinator;
import dev.touchstone.study.SearchCoordinator.Outcome;
import dev.touchstone.study.Studies;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;

/** A study's run from here to its end or its interruption: progress, ranking, report. */
final class SweepRun {
    private final Studies studies;
    private final Terminal terminal = Terminal.ofThisProcess();
    private final PrintWriter out;
    private final PrintWriter err;

    SweepRun(Studies studies, CommandLine command) {
        this.studies = studies;
        this.out = command.getOut();
        this.err = command.getErr();
    }

    /**
     * Runs the study and closes it.
     *
     * @return the command's exit code
     */
    int run(OpenStudy study) throws IOException {
        String name = study.spec().study();
        try (Interruption interruption = Interruption.watch();
                study) {
            if (carry(study, interruption) == Outcome.INTERRUPTED) {
                err.println("Interrupted; go on with: touchstone resume " + name);
                return ExitCode.INTERRUPTED;
            }
            ReportModel model = StudyModel.of(studies, study.store().read());
            StudyPage.ranking(model).forEach(out::println);
            StudyFolder folder = studies.folder(name);
            new HtmlReport().write(model, folder.report());
            out.println("report: " + folder.report());
            return model.ranking().isEmpty() ? ExitCode.NO : ExitCode.DONE;
        }
    }

    private Outcome carry(OpenStudy study, Interruption interruption) {
        SweepText text = new SweepText(study.spec().objective().metric().specName());
        InProcessExecutor executor = new InProcessExecutor(study.task(), study.store(), study.artefacts());
        if (!terminal.live()) {
            return new SearchCoordinator(study, new RandomSampler(), new LineProgress(err, text), interruption)
                    .run(executor);
        }
        try (BarProgress bar = new BarProgress(err, text, terminal.unicode())) {
            return new SearchCoordinator(study, new RandomSampler(), bar, interruption).run(executor);
        }
    }
}
