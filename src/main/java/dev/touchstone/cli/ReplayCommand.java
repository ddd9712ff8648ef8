package dev.touchstone.cli;

import dev.touchstone.cli.text.ReplayText;
import dev.touchstone.store.SqliteStudyStore;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.Replay;
import dev.touchstone.study.Replayed;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows that a trial's record can be made again. */
@Command(name = "replay", description = "Trains a trial again and compares it with its record, bit for bit.")
final class ReplayCommand implements Callable<Integer> {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @Mixin
    private TrialOption trial = new TrialOption();

    @Mixin
    private ClassPathOption classPath = new ClassPathOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Replay replay = prepare();
        spec.commandLine().getErr().println("training trial " + trial.number() + " again");
        Replayed replayed = replay.run();
        ReplayText.lines(replayed).forEach(spec.commandLine().getOut()::println);
        return replayed.identical() ? ExitCode.DONE : ExitCode.NO;
    }

    private Replay prepare() {
        try (SqliteStudyStore store = study.open()) {
            TrialRecord recorded = trial.in(store);
            return Replay.of(
                    study.studies().with(classPath.entries()), store.head().orElseThrow(), recorded);
        }
    }
}
