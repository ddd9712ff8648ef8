package dev.touchstone.cli;

import dev.touchstone.base.Json;
import dev.touchstone.cli.text.RatePage;
import dev.touchstone.gate.GateResult;
import dev.touchstone.gate.GateSpec;
import dev.touchstone.gate.Policy;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The learning-rate range test alone. */
@Command(name = "lr-range", description = "Runs the learning-rate range test only: curve, divergence, usable interval.")
final class LearningRateRangeCommand implements Callable<Integer> {
    private static final GateSpec RANGE_ONLY = new GateSpec(Policy.OFF, Policy.OFF, Policy.OFF, Policy.ADVISE);

    @Mixin
    private SpecArgument file = new SpecArgument();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ChosenAssignment chosen = ChosenAssignment.of(file, spec.commandLine().getErr());
        List<GateResult> results = chosen.judge(RANGE_ONLY);
        if (json) {
            out.println(Json.pretty(CheckDocument.of(chosen, results)));
        } else {
            RatePage page = new RatePage(Terminal.ofThisProcess().unicode());
            results.forEach(result -> page.lines(result).forEach(out::println));
        }
        return ExitCode.DONE;
    }
}
