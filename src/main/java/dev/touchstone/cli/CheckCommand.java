package dev.touchstone.cli;

import dev.touchstone.base.Json;
import dev.touchstone.cli.text.Figures;
import dev.touchstone.cli.text.FindingText;
import dev.touchstone.cli.text.GatePage;
import dev.touchstone.diagnosis.Finding;
import dev.touchstone.diagnosis.augmentation.AugmentationCheck;
import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.Gates;
import dev.touchstone.gate.Policy;
import dev.touchstone.gate.Verdict;
import dev.touchstone.study.Studies;
import dev.touchstone.study.StudySpec;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The gates without the training: does this configuration deserve it? */
@Command(name = "check", description = "Runs the gates, or the data checks, only: does it deserve training?")
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private SpecArgument file = new SpecArgument();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(names = "--data-only", description = "Run the data checks instead of the gates.")
    private boolean dataOnly;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return dataOnly ? checkData() : checkAssignment();
    }

    private int checkData() {
        PrintWriter out = spec.commandLine().getOut();
        StudySpec study = file.read(
                        file.overrides(null, null), spec.commandLine().getErr())
                .spec();
        AugmentationCheck.cost(study.augmentation())
                .ifPresent(spec.commandLine().getErr()::println);
        List<Finding> findings = study.checkData(Studies.prepare(study));
        boolean refused = study.dataPolicy().refuses(findings);
        if (json) {
            out.println(Json.pretty(DataCheckDocument.of(study.study(), findings)));
        } else {
            out.println(study.study() + ": findings of the data checks: " + findings.size());
            FindingText.lines(findings).forEach(out::println);
            out.println();
            out.println(
                    refused
                            ? "Do not train on these data: a check found an error."
                            : "Nothing speaks against training.");
        }
        return refused ? ExitCode.NO : ExitCode.DONE;
    }

    private int checkAssignment() {
        PrintWriter out = spec.commandLine().getOut();
        ChosenAssignment chosen = ChosenAssignment.of(file, spec.commandLine().getErr());
        List<GateResult> results = chosen.judge(chosen.spec().gates());
        boolean rejected = results.stream()
                .anyMatch(result -> isRejected(result, new Gates(chosen.spec().gates())));
        if (json) {
            out.println(Json.pretty(CheckDocument.of(chosen, results)));
        } else {
            out.println(chosen.spec().study() + ": " + Figures.assignment(chosen.assignment()));
            out.println();
            new GatePage(Terminal.ofThisProcess().unicode()).lines(results).forEach(out::println);
            out.println();
            out.println(rejected ? "Do not train this: a gate rejects it." : "No gate rejects this.");
        }
        return rejected ? ExitCode.NO : ExitCode.DONE;
    }

    /** The values given are judged, so a rate that a sweep would clamp is rejected here. */
    private static boolean isRejected(GateResult result, Gates gates) {
        return result.verdict() == Verdict.REJECT && gates.policy(result) != Policy.ADVISE;
    }
}
