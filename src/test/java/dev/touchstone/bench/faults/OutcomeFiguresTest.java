package dev.touchstone.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeFiguresTest {
    private static final Seeded FAULT = new Seeded(Program.named("digits-dense"), Faults.named("rate-too-high"), 0);

    private static Judged judged(Effect effect, Tried... tried) {
        Run run = new Run(
                "digits-dense",
                FAULT.fault(),
                1,
                1,
                true,
                0.5,
                0,
                0.1,
                List.of(),
                true,
                List.of(),
                List.of(tried),
                1,
                1);
        return new Judged(FAULT, effect, run, 0.9, 0.5);
    }

    private static String printed(Judged... all) {
        StringWriter told = new StringWriter();
        new OutcomeFigures(new PrintWriter(told)).print(List.of(all));
        return told.toString();
    }

    @Test
    void outcomesAreCountedByWhetherTheHypothesisIsTheTrueCause() {
        Tried confirmed = new Tried("learning-rate-too-high", "confirmed");
        Tried refuted = new Tried("learning-rate-too-high", "refuted");
        Tried unlikely = new Tried("poor-initialisation", "unlikely");

        assertThat(printed(
                                judged(Effect.HURTS, unlikely, confirmed),
                                judged(Effect.HURTS, refuted),
                                judged(Effect.HARMLESS, refuted),
                                judged(Effect.UNDECIDED, refuted))
                        .lines()
                        .map(line -> line.replaceAll(" +", " ")))
                .contains(
                        "learning-rate-too-high 1 0 1 0 0 0 0 0 1",
                        "poor-initialisation 0 0 0 0 0 1 0 0 0",
                        "all 1 0 1 0 0 1 0 0 1");
    }

    @Test
    void whereNothingWasTried_nothingIsPrinted() {
        assertThat(printed(judged(Effect.HURTS))).isEmpty();
    }
}
