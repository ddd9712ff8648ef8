package dev.touchstone.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.base.Seed;
import dev.touchstone.space.Condition;
import dev.touchstone.space.Parameter;
import dev.touchstone.space.ParameterSpaces;
import dev.touchstone.space.SearchSpace;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomSamplerTest {
    private static final int DRAWS = 5_000;

    private static final SearchSpace SPACE = new SearchSpace(List.of(
            new Parameter("rate", ParameterSpaces.logUniform(1e-4, 1), null),
            new Parameter("batch-size", ParameterSpaces.fixed(32), null),
            new Parameter("optimiser", ParameterSpaces.choice(List.of("sgd", "nesterovs")), null),
            new Parameter(
                    "momentum", ParameterSpaces.uniform(0.5, 0.99), new Condition("optimiser", List.of("nesterovs")))));

    private static double[] propose(long seed) {
        return new RandomSampler().propose(SPACE, new Seed(3).derive("proposal", seed));
    }

    @Test
    void sameSeed_givesTheSamePoint() {
        RandomSampler used = new RandomSampler();
        used.propose(SPACE, new Seed(1));

        assertThat(used.propose(SPACE, new Seed(8))).isEqualTo(new RandomSampler().propose(SPACE, new Seed(8)));
    }

    @Test
    void differentSeeds_giveDifferentPoints() {
        Set<List<Double>> points = new HashSet<>();
        for (int seed = 0; seed < 1_000; seed++) {
            points.add(Arrays.stream(propose(seed)).boxed().toList());
        }

        assertThat(points).hasSize(1_000);
    }

    @Test
    void point_hasOneNumberForEachParameterThatIsNotFixed() {
        assertThat(propose(1)).hasSize(3);
        assertThat(new RandomSampler().propose(SPACE.fix("rate", 0.1), new Seed(1)))
                .hasSize(2);
    }

    @Test
    void points_areSpreadEvenlyOverTheCubeAndItsDimensionsAreIndependent() {
        int[][] tenths = new int[3][10];
        double product = 0;
        for (int seed = 0; seed < DRAWS; seed++) {
            double[] point = propose(seed);
            for (int dimension = 0; dimension < 3; dimension++) {
                tenths[dimension][(int) (10 * point[dimension])]++;
            }
            product += (point[0] - 0.5) * (point[1] - 0.5) / DRAWS;
        }

        assertThat(Arrays.stream(tenths).flatMapToInt(Arrays::stream).boxed())
                .hasSize(30)
                // Five standard deviations of a tenth of the draws.
                .allSatisfy(
                        count -> assertThat(count / (double) DRAWS).isCloseTo(0.1, within(5 * 0.3 / Math.sqrt(DRAWS))));
        // The product of two independent centred uniform numbers has the standard deviation 1/12.
        assertThat(product).isCloseTo(0, within(5 / 12.0 / Math.sqrt(DRAWS)));
    }
}
