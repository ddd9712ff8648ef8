package dev.touchstone.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EffectTest {
    private static final double WAY = 0.5;
    private static final double[] HEALTHY = {0.90, 0.91, 0.89, 0.90, 0.90};

    @Test
    void fallOfFarMoreThanNoiseAndOfATwentiethOfTheWay_hurts() {
        assertThat(Effect.of(HEALTHY, new double[] {0.80, 0.82, 0.79, 0.81, 0.80}, WAY))
                .isEqualTo(Effect.HURTS);
    }

    @Test
    void fallThatIsSureButTooSmallToMatter_isUndecided() {
        double[] exact = {0.9, 0.9, 0.9, 0.9, 0.9};
        double[] little = {0.88, 0.88, 0.88, 0.88, 0.88};

        assertThat(Effect.of(exact, little, WAY)).isEqualTo(Effect.UNDECIDED);
    }

    @Test
    void fallWithinTheNoiseOfTrainings_isUndecided() {
        assertThat(Effect.of(HEALTHY, new double[] {0.95, 0.60, 0.90, 0.75, 0.90}, WAY))
                .isEqualTo(Effect.UNDECIDED);
    }

    @Test
    void valuesThatAreSurelyAlike_areHarmless() {
        double[] alike = {0.900, 0.901, 0.899, 0.900, 0.900};

        assertThat(Effect.of(alike, alike, WAY)).isEqualTo(Effect.HARMLESS);
        assertThat(Effect.of(HEALTHY, HEALTHY, 0.1))
                .as("noise of more than a fiftieth of the way is not sure")
                .isEqualTo(Effect.UNDECIDED);
    }

    @Test
    void gainOfMoreThanAFiftieth_isNotHarmless() {
        double[] exact = {0.9, 0.9, 0.9, 0.9, 0.9};

        assertThat(Effect.of(exact, new double[] {0.92, 0.92, 0.92, 0.92, 0.92}, WAY))
                .isEqualTo(Effect.UNDECIDED);
    }
}
