package dev.touchstone.cli;

import dev.touchstone.base.Json;
import dev.touchstone.cli.text.ExperimentText;
import dev.touchstone.cli.text.ExplanationPage;
import dev.touchstone.execution.ExperimentProcess;
import dev.touchstone.report.Explanation;
import dev.touchstone.report.ReportModel;
import dev.touchstone.report.StudyExplanation;
import dev.touchstone.report.TrialExplanation;
import dev.touchstone.space.SearchSpace;
import dev.touchstone.store.SqliteStudyStore;
import dev.touchstone.store.StudyHead;
import dev.touchstone.study.AlikeTrials;
import dev.touchstone.study.Confirmation;
import dev.touchstone.study.Studies;
import dev.touchstone.study.SweepDiagnosis;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Explains a study or one of its trials. */
@Command(name = "explain", description = "Says why a study, or one of its trials, behaved as it did.")
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @Mixin
    private ClassPathOption classPath = new ClassPathOption();

    @Option(names = "--trial", paramLabel = "N", description = "Only this trial.")
    private @Nullable Integer trial;

    @Option(
            names = "--confirm",
            description =
                    "Put the hypotheses about the trial to the test first: train it again with one thing changed,"
                            + " and keep what comes of it; without --trial, the best of each group of trials that failed alike.")
    private boolean confirm;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Explanation explanation = trial == null ? ofStudy() : ofTrial(trial);
        List<String> lines = json ? List.of(Json.pretty(explanation.document())) : ExplanationPage.lines(explanation);
        lines.forEach(spec.commandLine().getOut()::println);
        return ExitCode.DONE;
    }

    private Explanation ofTrial(int number) {
        try (SqliteStudyStore store = study.open()) {
            if (confirm) {
                confirm(store, number);
            }
            return TrialExplanation.of(
                    TrialOption.find(store, number),
                    store.head().orElseThrow().dataFindings(),
                    AlikeTrials.of(store.read().trials(), List.of()));
        }
    }

    private void confirm(SqliteStudyStore store, int number) {
        Studies studies = study.studies().with(classPath.entries());
        StudyHead head = store.head().orElseThrow();
        Confirmation confirmation = Confirmation.of(studies, head, TrialOption.find(store, number));
        ExperimentProcess.run(
                studies,
                head,
                confirmation,
                new ExperimentProgress(
                        spec.commandLine().getErr(), tested -> store.keepTested(number, List.of(tested))));
    }

    /** Each group of trials that failed alike on its best trial, unless an experiment has decided it already. */
    private void confirmAlike() {
        List<AlikeTrials> open = study.model().alike().stream()
                .filter(group -> !group.isDecided())
                .toList();
        PrintWriter err = spec.commandLine().getErr();
        if (open.isEmpty()) {
            err.println("nothing to test: experiments have decided why trials failed, or none did");
        }
        try (SqliteStudyStore store = study.open()) {
            for (AlikeTrials group : open) {
                err.println(group.code().specName() + ": " + ExperimentText.group(group));
                confirm(store, group.leader().number());
            }
        }
    }

    private Explanation ofStudy() {
        if (confirm) {
            confirmAlike();
        }
        ReportModel model = study.model();
        SearchSpace space = study.studies()
                .with(classPath.entries())
                .kept(model.study().head())
                .space();
        return StudyExplanation.of(
                model,
                SweepDiagnosis.of(
                        model.study(),
                        model.ranking(),
                        model.auto() == null ? space : model.auto().untouched(space)));
    }
}
