package dev.touchstone.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.base.Seed;
import dev.touchstone.search.RatePrior.Experience;
import dev.touchstone.space.Assignment;
import dev.touchstone.space.Parameter;
import dev.touchstone.space.ParameterSpaces;
import dev.touchstone.space.SearchSpace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatePriorTest {
    private static final SearchSpace SPACE = new SearchSpace(List.of(
            new Parameter("optimiser", ParameterSpaces.choice(List.of("sgd", "adam")), null),
            new Parameter("learning-rate", ParameterSpaces.logUniform(1e-5, 1), null)));
    private static final double SGD = 0.1;
    private static final double ADAM = 0.9;
    private static final List<Experience> HISTORY = List.of(
            experience("sgd", 0.01, 0.2),
            experience("sgd", 0.02, 0.4),
            experience("sgd", 0.03, 0.1),
            experience("adam", 1e-4, 1e-2));

    private static Experience experience(String optimiser, double low, double high) {
        return new Experience(new Assignment(Map.of("optimiser", optimiser)), low, high);
    }

    private static double rate(double optimiser, double place, List<Experience> history) {
        return SPACE.getValue(RatePrior.guided(SPACE, new double[] {optimiser, place}, history))
                .number("learning-rate");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void rateOfAnyProposal_liesWhereOthersWithItsOptimiserWereUsable(long seed) {
        double place = new Seed(seed).random().nextDouble();

        assertThat(rate(SGD, place, HISTORY)).isBetween(0.01 * (1 - 1e-9), 0.4 * (1 + 1e-9));
    }

    @Test
    void rate_keepsItsPlaceBetweenLowAndHigh() {
        assertThat(rate(SGD, 0, HISTORY)).isCloseTo(0.01, within(1e-9));
        assertThat(rate(SGD, 1, HISTORY)).isCloseTo(0.4, within(1e-9));
        assertThat(rate(SGD, 0.5, HISTORY)).isCloseTo(Math.sqrt(0.01 * 0.4), within(1e-9));
    }

    @Test
    void proposalThatTooFewAreLike_staysAsItIs() {
        double[] point = {ADAM, 0.1};

        assertThat(RatePrior.guided(SPACE, point, HISTORY)).isSameAs(point);
        assertThat(RatePrior.guided(SPACE, point, List.of())).isSameAs(point);
    }

    @Test
    void usableRatesOutsideTheRange_leadToItsNearerEnd() {
        List<Experience> above = List.of(experience("sgd", 2, 3), experience("sgd", 2, 3), experience("sgd", 2, 3));

        assertThat(rate(SGD, 0.2, above)).isCloseTo(1, within(1e-9));
    }

    @Test
    void rateThatIsFixedOrOneOfAFew_staysAsItIs() {
        double[] point = {SGD, 0.3};
        SearchSpace few = new SearchSpace(List.of(
                SPACE.parameters().get(0),
                new Parameter("learning-rate", ParameterSpaces.choice(List.of(1.0, 1e-3, 0.1)), null)));
        double[] fixed = {SGD};

        assertThat(RatePrior.guided(few, point, HISTORY)).isSameAs(point);
        assertThat(RatePrior.guided(SPACE.fix("learning-rate", 0.5), fixed, HISTORY))
                .isSameAs(fixed);
    }
}
