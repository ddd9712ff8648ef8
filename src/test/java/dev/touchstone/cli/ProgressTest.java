package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.cli.text.SweepText;
import dev.touchstone.report.html.SampleStudy;
import dev.touchstone.store.TrialRecord;
import dev.touchstone.study.Estimate;
import dev.touchstone.study.SweepListener.Plan;
import dev.touchstone.study.SweepListener.Progress;
import dev.touchstone.training.Budget;
import dev.touchstone.trial.TrialState;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final SweepText TEXT = new SweepText("accuracy");
    private static final Plan PLAN = new Plan(24, 1258, 270, Budget.ofEpochs(30), 1210, 9610, new Estimate.AtMost(150));
    private static final Progress PROGRESS = new Progress(
            24,
            Map.of(TrialState.COMPLETE, 3, TrialState.GATED, 2, TrialState.RUNNING, 1),
            2,
            0.98,
            Duration.ofSeconds(10),
            Duration.ofSeconds(40));

    private final StringWriter err = new StringWriter();

    @Test
    void plan_saysHowManyOfWhatSizeAndHowLong() {
        new LineProgress(new PrintWriter(err), TEXT).planned(PLAN);

        assertThat(err.toString())
                .isEqualToIgnoringNewLines("24 trials of at most 30 epochs on 1258 rows, networks of 1210 to 9610"
                        + " parameters; about 3 min at most");
    }

    @Test
    void plan_ofALargeNetworkThatCouldNotBeMeasured_saysSo() {
        Plan plan = new Plan(
                24, 1258, 270, Budget.ofEpochs(30), 1210, 4_362_338_306L, new Estimate.Unknown("out of memory"));

        assertThat(TEXT.planned(plan))
                .isEqualTo("24 trials of at most 30 epochs on 1258 rows, networks of 1210 to 4.36e9"
                        + " parameters; how long could not be measured: out of memory");
    }

    @Test
    void line_saysWhatEndedAndWhatIsLeft() {
        new LineProgress(new PrintWriter(err), TEXT).trialEnded(gated(), PROGRESS);

        assertThat(err.toString())
                .startsWith("trial " + gated().number() + " gated: ")
                .contains("5 of 24 done, 1 running, 2 gated | best 0.98 (trial 2) | 40 s left");
    }

    @Test
    void bar_isDrawnOnTheTerminal() {
        PrintStream before = System.err;
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        System.setErr(new PrintStream(drawn, true, StandardCharsets.UTF_8));
        try (BarProgress bar = new BarProgress(new PrintWriter(err), TEXT, false)) {
            bar.planned(PLAN);
            bar.trialEnded(gated(), PROGRESS);
        } finally {
            System.setErr(before);
        }

        assertThat(drawn.toString(StandardCharsets.UTF_8))
                .contains("5/24")
                .contains("2 gated")
                .contains("best 0.98");
        assertThat(err.toString()).startsWith("24 trials");
    }

    private static TrialRecord gated() {
        for (long seed = 1; ; seed++) {
            for (TrialRecord trial : SampleStudy.any(seed).study().trials()) {
                if (trial.state() == TrialState.GATED) {
                    return trial;
                }
            }
        }
    }
}
