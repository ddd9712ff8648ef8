package dev.touchstone.cli;

import dev.touchstone.base.Interruption;
import dev.touchstone.base.UserError;
import dev.touchstone.cli.text.ExperimentText;
import dev.touchstone.cli.text.FindingText;
import dev.touchstone.cli.text.StudyPage;
import dev.touchstone.cli.text.SweepText;
import dev.touchstone.execution.SweepExperiments;
import dev.touchstone.report.ReportModel;
import dev.touchstone.report.html.HtmlReport;
import dev.touchstone.search.RandomSampler;
import dev.touchstone.store.StoreException;
import dev.touchstone.store.StudyFolder;
import dev.touchstone.store.StudyRecord;
import dev.touchstone.store.StudyStore;
import dev.touchstone.study.OpenStudy;
import dev.touchstone.study.SearchCoordinator;
import dev.touchstone.study.SearchCoordinator.Outcome;
import dev.touchstone.study.Studies;
import dev.touchstone.study.SweepListener;
import dev.touchstone.study.TrialExecutor;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;

/** A study's run from here to its end or its interruption: progress, ranking, report. */
final class SweepRun {
    private final Studies studies;
    private final Function<OpenStudy, TrialExecutor> executors;
    private final int consecutiveFailures;
    private final Terminal terminal = Terminal.ofThisProcess();
    private final PrintWriter out;
    private final PrintWriter err;

    /** @throws UserError when the workers' options make no sense */
    SweepRun(Studies studies, WorkersOption workers, CommandLine command) {
        this.studies = studies;
        this.executors = workers.executors();
        this.consecutiveFailures = workers.consecutiveFailures();
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
        tellOfData(study.store());
        try (Interruption interruption = Interruption.watch();
                study) {
            Outcome outcome = carry(study, interruption);
            Optional<SweepExperiments.Result> experiments =
                    outcome == Outcome.INTERRUPTED ? Optional.empty() : experiment(study, interruption);
            StudyRecord record = study.store().read();
            SweepText.failed(name, record.trials()).ifPresent(err::println);
            if (outcome == Outcome.INTERRUPTED || interruption.getAsBoolean()) {
                err.println("Interrupted; go on with: touchstone resume " + name);
                return ExitCode.INTERRUPTED;
            }
            if (outcome == Outcome.GIVEN_UP) {
                err.println("Given up; mend what broke them, and go on with: touchstone resume " + name
                        + " (--max-consecutive-failures N bears more of them)");
            }
            ReportModel model = StudyModel.of(studies, record);
            StudyPage.ranking(model).forEach(out::println);
            out.println(StudyPage.gates(model));
            experiments.map(result -> ExperimentText.spent(result, name)).ifPresent(out::println);
            StudyPage.regularisation(model).forEach(out::println);
            StudyFolder folder = studies.folder(name);
            new HtmlReport().write(model, folder.report());
            out.println("report: " + folder.report());
            return outcome == Outcome.GIVEN_UP || model.ranking().isEmpty() ? ExitCode.NO : ExitCode.DONE;
        }
    }

    /** Once, before the first trial. */
    private void tellOfData(StudyStore store) {
        if (store.counts().isEmpty()) {
            store.head()
                    .ifPresent(head -> FindingText.summary(head.dataFindings()).forEach(err::println));
        }
    }

    private Outcome carry(OpenStudy study, Interruption interruption) {
        SweepText text = new SweepText(study.metric().specName());
        TrialExecutor executor = executors.apply(study);
        if (!terminal.live()) {
            return coordinator(study, new LineProgress(err, text), interruption).run(executor);
        }
        try (BarProgress bar = new BarProgress(err, text, terminal.unicode())) {
            return coordinator(study, bar, interruption).run(executor);
        }
    }

    /** A sweep whose trials have ended is worth its report also where nothing can be confirmed. */
    private Optional<SweepExperiments.Result> experiment(OpenStudy study, Interruption interruption) {
        try {
            return new SweepExperiments(studies, study, group -> new GroupProgress(err, group), interruption).run();
        } catch (StoreException e) {
            err.println(e.getMessage());
            return Optional.empty();
        }
    }

    private SearchCoordinator coordinator(OpenStudy study, SweepListener listener, Interruption interruption) {
        return new SearchCoordinator(study, new RandomSampler(), listener, interruption, consecutiveFailures);
    }
}
