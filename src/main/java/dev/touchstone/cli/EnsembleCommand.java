package dev.touchstone.cli;

import dev.touchstone.base.FileTrouble;
import dev.touchstone.base.Interruption;
import dev.touchstone.base.Json;
import dev.touchstone.base.UserError;
import dev.touchstone.cli.text.EnsembleText;
import dev.touchstone.ensemble.Way;
import dev.touchstone.report.EnsembleDocument;
import dev.touchstone.report.html.HtmlReport;
import dev.touchstone.store.KeptEnsemble;
import dev.touchstone.study.Ensembling;
import dev.touchstone.study.NoEnsemble;
import dev.touchstone.study.OpenStudy;
import dev.touchstone.study.Studies;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets several networks of a study answer together, and tells what that gains over the best trial. */
@Command(name = "ensemble", description = "Lets several networks answer together, and tells what that gains.")
final class EnsembleCommand implements Callable<Integer> {
    /** Ten networks cost ten times as much to ask as one, and later picks gain little. */
    private static final int MOST_TRIALS = 10;

    /** As many as Lakshminarayanan et al. (2017) recommend for practice. */
    private static final int TRAININGS = 5;

    @Mixin
    private StudyArgument study = new StudyArgument();

    @Option(
            names = "--way",
            paramLabel = "WAY",
            defaultValue = "trials",
            converter = WayName.class,
            description = "trials (default): the best trials, chosen greedily; seeds: a trial trained with other seeds;"
                    + " checkpoints: the last epochs of a trial; weights: the mean of their weights.")
    private Way way = Way.TRIALS;

    @Option(
            names = "--members",
            paramLabel = "N",
            description =
                    "Members, from 2: at most so many trials (10 unless given), or so many trainings or epochs (5).")
    private @Nullable Integer members;

    @Option(
            names = "--trial",
            paramLabel = "N",
            description = "The trial to train again, not with --way trials; the best one unless given.")
    private @Nullable Integer trial;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private ClassPathOption classPath = new ClassPathOption();

    @Mixin
    private WorkersOption workers = new WorkersOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        requireSense();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Studies studies = study.studies().with(classPath.entries());
        try (Interruption interruption = Interruption.watch();
                OpenStudy open = studies.resume(study.folder().study())) {
            KeptEnsemble kept = make(new Ensembling(open, err::println), interruption);
            if (kept == null) {
                err.println("Interrupted; nothing was kept.");
                return ExitCode.INTERRUPTED;
            }
            String metric = open.metric().specName();
            List<String> lines = json
                    ? List.of(Json.pretty(EnsembleDocument.of(kept)))
                    : EnsembleText.made(study.name(), metric, kept);
            lines.forEach(out::println);
        } catch (NoEnsemble e) {
            err.println(e.getMessage());
            return ExitCode.NO;
        }
        report(err);
        return ExitCode.DONE;
    }

    private void requireSense() {
        if (members != null && members < 2) {
            throw new UserError("--members: expected a whole number from 2 on, found " + members);
        }
        if (way == Way.TRIALS && trial != null) {
            throw new UserError(
                    "--trial " + trial + ": --way trials chooses among all trials; leave one of the two out");
        }
    }

    private @Nullable KeptEnsemble make(Ensembling ensembling, Interruption interruption) {
        return switch (way) {
            case TRIALS -> ensembling.ofTrials(members == null ? MOST_TRIALS : members);
            case SEEDS ->
                ensembling.ofSeeds(trial, members == null ? TRAININGS : members, workers.executors(), interruption);
            case CHECKPOINTS, WEIGHTS ->
                ensembling.ofEpochs(way, trial, members == null ? TRAININGS : members, interruption);
        };
    }

    private void report(PrintWriter err) {
        try {
            new HtmlReport().write(study.model(), study.folder().report());
        } catch (IOException e) {
            err.println("The report does not know of the ensemble: " + FileTrouble.inWords(e) + "; touchstone report "
                    + study.name() + " writes it again");
        }
    }
}
