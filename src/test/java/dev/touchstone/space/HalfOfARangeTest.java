package dev.touchstone.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HalfOfARangeTest {
    /** A range, the number in its middle. */
    private static final Map<ParameterSpace<?>, Double> RANGES = Map.of(
            ParameterSpaces.uniform(-1, 3), 1.0,
            ParameterSpaces.logUniform(1e-4, 1), 1e-2,
            ParameterSpaces.integer(1, 9), 5.0,
            ParameterSpaces.logInteger(1, 255), 11.3);

    @ParameterizedTest
    @EnumSource(Half.class)
    void half_isWithinTheRangeAndOnItsSide(Half half) {
        Random random = new Random(1);
        RANGES.forEach((range, middle) -> {
            SearchSpace whole = space(range);
            SearchSpace part = space(ParameterSpaces.half(range, half).orElseThrow());
            double low = whole.getValue(new double[] {0}).number("x");
            double high = whole.getValue(new double[] {1}).number("x");
            for (int i = 0; i < 200; i++) {
                double value = part.getValue(new double[] {random.nextDouble()}).number("x");
                assertThat(value).isBetween(low, high);
                assertThat(half == Half.LOWER ? value : -value)
                        .isLessThanOrEqualTo(half == Half.LOWER ? middle * 1.01 : -middle * 0.97);
            }
            double end =
                    part.getValue(new double[] {half == Half.LOWER ? 0 : 1}).number("x");
            assertThat(end).isEqualTo(half == Half.LOWER ? low : high);
        });
    }

    @Test
    void choice_isHalvedByValue() {
        ParameterSpace<Object> choice = ParameterSpaces.choice(List.of(0.5, 0.0, 0.2));

        assertThat(values(choice, Half.LOWER)).containsExactly(0.0, 0.2);
        assertThat(values(choice, Half.UPPER)).containsExactly(0.2, 0.5);
    }

    @Test
    void whatHasNoHalf_staysWhole() {
        assertThat(ParameterSpaces.half(ParameterSpaces.fixed(3), Half.LOWER)).isEmpty();
        assertThat(ParameterSpaces.half(ParameterSpaces.choice(List.of("relu", "tanh")), Half.LOWER))
                .isEmpty();
        assertThat(ParameterSpaces.half(ParameterSpaces.choice(List.of(3)), Half.LOWER))
                .isEmpty();
    }

    @Test
    void sometimes_isNothingInHalfOfTheDraws() {
        SearchSpace space = space(ParameterSpaces.sometimes(ParameterSpaces.uniform(0.1, 0.5)));

        assertThat(space.getValue(new double[] {0}).number("x")).isZero();
        assertThat(space.getValue(new double[] {0.499}).number("x")).isZero();
        assertThat(space.getValue(new double[] {0.5}).number("x")).isEqualTo(0.1);
        assertThat(space.getValue(new double[] {1}).number("x")).isEqualTo(0.5);
    }

    private static SearchSpace space(ParameterSpace<?> values) {
        return new SearchSpace(List.of(new Parameter("x", values, null)));
    }

    private static List<Object> values(ParameterSpace<?> choice, Half half) {
        return space(ParameterSpaces.half(choice, half).orElseThrow()).choices("x");
    }
}
