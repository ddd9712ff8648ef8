package dev.touchstone.cli;

import dev.touchstone.cli.text.SweepText;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.SweepListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress as a bar that is redrawn on the terminal; what is told is printed above it. */
final class BarProgress implements SweepListener, AutoCloseable {
    private static final int COLUMNS = 110;
    private static final int REDRAW_MILLIS = 500;

    private final PrintWriter err;
    private final SweepText text;
    private final boolean unicode;
    private @Nullable ProgressBar bar;
    private volatile @Nullable Duration left;

    BarProgress(PrintWriter err, SweepText text, boolean unicode) {
        this.err = err;
        this.text = text;
        this.unicode = unicode;
    }

    @Override
    public void planned(Plan plan) {
        err.println(text.planned(plan));
        bar = new ProgressBarBuilder()
                .setTaskName("trials")
                .setInitialMax(plan.trials())
                .setStyle(unicode ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .setEtaFunction(state -> Optional.ofNullable(left))
                .setConsumer(new ConsoleProgressBarConsumer(System.err, COLUMNS))
                .build();
    }

    @Override
    public void trialEnded(TrialRecord trial, Progress progress) {
        left = progress.left();
        if (bar != null) {
            bar.maxHint(progress.trials());
            bar.stepTo(SweepText.done(progress));
            bar.setExtraMessage(text.counts(progress) + " " + text.best(progress));
        }
    }

    @Override
    public void told(String message) {
        err.println();
        err.println(message);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
