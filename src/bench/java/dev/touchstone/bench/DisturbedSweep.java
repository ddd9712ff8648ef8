package dev.touchstone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** A sweep that is disturbed, and gone on with each time that it ends. */
final class DisturbedSweep {
    /** At first, and once more each time that they end before the disturbances do. */
    private static final int TRIALS = 8;

    /** A second or two on a machine with nothing else to do. */
    private static final Duration STUCK = Duration.ofMinutes(2);

    private static final int LOOK_MILLIS = 50;

    private static final Duration ASLEEP = ChaosStudy.SILENCE.multipliedBy(3).dividedBy(2);

    private final ChaosStudy study;
    private final Witness witness;
    private final WorkerProcesses workers;
    private final Orphans orphans;
    private int trials = TRIALS;
    private CommandProcess command;

    DisturbedSweep(ChaosStudy study, Witness witness) throws IOException {
        this.study = study;
        this.witness = witness;
        this.workers = new WorkerProcesses(study.files().folder());
        this.orphans = new Orphans(workers, ASLEEP);
        this.command = study.sweep(trials);
    }

    /** Lets the sweep go on until it has trained so many epochs more, or does what it should not. */
    void runOn(int epochs) throws IOException, InterruptedException {
        int until = witness.epochs() + epochs;
        long latest = System.nanoTime() + STUCK.toNanos();
        while (witness.epochs() < until && witness.violations().isEmpty()) {
            if (System.nanoTime() > latest) {
                witness.note("%d epochs were not trained within %d s".formatted(epochs, STUCK.toSeconds()));
            }
            if (command.hasEnded()) {
                requireDone();
                trials += TRIALS;
                command = study.sweep(trials);
            }
            Thread.sleep(LOOK_MILLIS);
        }
        note(orphans.overdue());
    }

    /** @param chance from 0 to less than 1, chooses the worker */
    void disturb(Disturbance disturbance, double chance) throws IOException, InterruptedException {
        disturbance.strike(command, workers, chance, ASLEEP);
        if (disturbance.endsTheCoordinator()) {
            int code = command.awaitEnd();
            if (!disturbance.explains(code)) {
                witness.note("ended with exit code %d: %s".formatted(code, command.printed()));
            }
            orphans.bereave();
            command = goOn();
        }
    }

    /** A study goes on to as many trials as it was begun with, unless it is told of more. */
    private CommandProcess goOn() throws IOException {
        boolean toldOnce = trials == TRIALS && Files.exists(study.files().database());
        return toldOnce ? study.resume() : study.sweep(trials);
    }

    /** @return how many trials the study has in the end */
    int finish() throws IOException, InterruptedException {
        requireDone();
        note(orphans.awaitEnd());
        return trials;
    }

    private void requireDone() throws IOException, InterruptedException {
        int code = command.awaitEnd();
        if (code != 0) {
            witness.note("ended by itself with exit code %d: %s".formatted(code, command.printed()));
        }
    }

    private void note(List<Long> overdue) {
        overdue.forEach(pid -> witness.note("a worker outlives its coordinator: process " + pid));
    }
}
