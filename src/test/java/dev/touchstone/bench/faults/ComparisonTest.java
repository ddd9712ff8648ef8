package dev.touchstone.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final List<Run> HEALTHY = runs(0.01, 0.90, 0.91, 0.90, 0.89, 0.90);
    private static final Program CLASSES = Program.named("digits-dense");
    private static final Program NUMBERS = Program.named("digits-number");

    private static List<Run> runs(double halfWidth, double... values) {
        return Arrays.stream(values)
                .mapToObj(value -> new Run(
                        "p", "f", 1, 1, false, value, halfWidth, 0.5, List.of(), false, List.of(), List.of(), 1, 0))
                .toList();
    }

    private static Effect effect(Program program, String kind, List<Run> faulty) {
        return new Comparison(new Seeded(program, Faults.named(kind), 0), HEALTHY, faulty).effect();
    }

    @Test
    void trainingThatBrokeOffOrDoesWorseThanTheBaseline_isWorthTheBaseline() {
        List<Run> broken = runs(0.01, Double.NaN, 0.1, 0.2, Double.NaN, 0.3);

        Comparison comparison = new Comparison(new Seeded(CLASSES, Faults.named("rate-too-high"), 0), HEALTHY, broken);

        assertThat(comparison.faulty()).isEqualTo(0.5);
        assertThat(comparison.effect()).isEqualTo(Effect.HURTS);
    }

    @Test
    void errorThatGrows_hurts() {
        List<Run> healthy = runs(0.01, 0.10, 0.11, 0.10, 0.09, 0.10);
        Seeded seeded = new Seeded(NUMBERS, Faults.named("rate-too-high"), 0);

        assertThat(new Comparison(seeded, healthy, runs(0.01, 0.2, 0.2, 0.2, 0.2, 0.2)).effect())
                .isEqualTo(Effect.HURTS);
        assertThat(new Comparison(seeded, healthy, healthy).healthy()).isEqualTo(0.1);
    }

    @Test
    void leak_hurtsWhenTheValueRisesAndIsNeverHarmless() {
        List<Run> exact = runs(0.01, 0.9, 0.9, 0.9, 0.9, 0.9);

        assertThat(effect(CLASSES, "leaking-column", runs(0.01, 1, 1, 1, 1, 1))).isEqualTo(Effect.HURTS);
        assertThat(new Comparison(new Seeded(CLASSES, Faults.named("leaking-column"), 0), exact, exact).effect())
                .isEqualTo(Effect.UNDECIDED);
    }

    @Test
    void smallSplit_hurtsWhenTheIntervalWidens() {
        assertThat(effect(CLASSES, "tiny-validation", runs(0.2, 0.9, 0.9, 0.9, 0.9, 0.9)))
                .isEqualTo(Effect.HURTS);
    }
}
