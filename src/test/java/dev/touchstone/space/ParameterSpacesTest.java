package dev.touchstone.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterSpacesTest {
    private static final int DRAWS = 20_000;

    /** Four standard deviations of a share of 1/2, the widest, in that many draws. */
    private static final double SPREAD = 4 * 0.5 / Math.sqrt(DRAWS);

    static Stream<Arguments> shares() {
        ParameterSpace<?> uniform = ParameterSpaces.uniform(-1, 3);
        ParameterSpace<?> logUniform = ParameterSpaces.logUniform(1e-6, 1);
        ParameterSpace<?> integer = ParameterSpaces.integer(-3, 4);
        ParameterSpace<?> logInteger = ParameterSpaces.logInteger(16, 128);
        ParameterSpace<?> choice = ParameterSpaces.choice(List.of("a", "b", "c"));
        return Stream.of(
                share("a uniform number's lowest quarter", uniform, number(value -> value < 0), 0.25),
                share("a uniform number's upper half", uniform, number(value -> value > 1), 0.5),
                share("a log-uniform number's lowest third", logUniform, number(value -> value < 1e-4), 1 / 3.0),
                share("a log-uniform number's upper half", logUniform, number(value -> value > 1e-3), 0.5),
                share("an integer's lower end", integer, number(value -> value == -3), 0.125),
                share("an integer's upper end", integer, number(value -> value == 4), 0.125),
                share("a log integer's first octave", logInteger, number(value -> value < 32), 1 / 3.0),
                share("a log integer's second octave", logInteger, number(value -> value >= 32 && value < 64), 1 / 3.0),
                share("a log integer's third octave", logInteger, number(value -> value >= 64), 1 / 3.0),
                share("a choice's first value", choice, "a"::equals, 1 / 3.0),
                share("a choice's last value", choice, "c"::equals, 1 / 3.0));
    }

    private static Arguments share(String of, ParameterSpace<?> space, Predicate<Object> hit, double expected) {
        return Arguments.of(of, space, hit, expected);
    }

    private static Predicate<Object> number(Predicate<Double> hit) {
        return value -> hit.test(((Number) value).doubleValue());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shares")
    void draws_areAsLikelyAsTheKindSays(String name, ParameterSpace<?> values, Predicate<Object> hit, double expected) {
        SearchSpace space = new SearchSpace(List.of(new Parameter("x", values, null)));

        double share = new SplittableRandom(1)
                        .doubles(DRAWS)
                        .mapToObj(
                                number -> space.getValue(new double[] {number}).value("x"))
                        .filter(hit)
                        .count()
                / (double) DRAWS;

        assertThat(share).isCloseTo(expected, within(SPREAD));
    }

    @Test
    void logInteger_reachesEveryNumberOfItsRange() {
        SearchSpace space = new SearchSpace(List.of(new Parameter("x", ParameterSpaces.logInteger(1, 64), null)));

        assertThat(new SplittableRandom(2)
                        .doubles(DRAWS)
                        .mapToObj(
                                number -> space.getValue(new double[] {number}).value("x"))
                        .distinct())
                .hasSize(64)
                .contains(1, 64);
    }

    static Stream<Arguments> ranges() {
        return Stream.of(
                Arguments.of(ParameterSpaces.uniform(-1, 3), -1.0, 3.0),
                Arguments.of(ParameterSpaces.logUniform(1e-5, 0.3), 1e-5, 0.3),
                Arguments.of(ParameterSpaces.integer(-3, 4), -3, 4),
                Arguments.of(ParameterSpaces.logInteger(16, 128), 16, 128),
                Arguments.of(ParameterSpaces.choice(List.of("a", "b", "c")), "a", "c"));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void endsOfTheCube_areTheEndsOfTheRange(ParameterSpace<?> values, Object low, Object high) {
        SearchSpace space = new SearchSpace(List.of(new Parameter("x", values, null)));

        assertThat(space.getValue(new double[] {0}).value("x")).isEqualTo(low);
        assertThat(space.getValue(new double[] {1}).value("x")).isEqualTo(high);
    }

    @Test
    void fixedValue_takesNoDimension() {
        SearchSpace space = new SearchSpace(List.of(new Parameter("x", ParameterSpaces.fixed("always"), null)));

        assertThat(space.numParameters()).isZero();
        assertThat(space.getValue(new double[0]).value("x")).isEqualTo("always");
    }

    @Test
    void logRangeFromZero_isRefused() {
        assertThatThrownBy(() -> ParameterSpaces.logInteger(0, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ParameterSpaces.logInteger(8, 8)).isInstanceOf(IllegalArgumentException.class);
    }
}
