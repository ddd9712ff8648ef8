package dev.touchstone.cli;

import dev.touchstone.cli.text.Figures;
import dev.touchstone.cli.text.SweepText;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.SweepListener;
import java.io.PrintWriter;

/** Progress as one line for each trial, for a log or a pipe. */
final class LineProgress implements SweepListener {
    private final PrintWriter err;
    private final SweepText text;

    LineProgress(PrintWriter err, SweepText text) {
        this.err = err;
        this.text = text;
    }

    @Override
    public void planned(Plan plan) {
        err.println(text.planned(plan));
    }

    @Override
    public void trialEnded(TrialRecord trial, Progress progress) {
        StringBuilder line = new StringBuilder(text.ended(trial)).append(" | ").append(text.counts(progress));
        String best = text.best(progress);
        if (!best.isEmpty()) {
            line.append(" | ").append(best);
        }
        if (progress.left() != null && !progress.left().isZero()) {
            line.append(" | ").append(Figures.duration(progress.left())).append(" left");
        }
        err.println(line);
    }

    @Override
    public void told(String message) {
        err.println(message);
    }
}
