package dev.touchstone.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchSpaceTest {
    private static final Map<String, Domain> DOMAINS = Map.of(
            "rate", new Domain.Real(1e-5, 1, true),
            "dropout", new Domain.Real(0, 0.6, false),
            "depth", new Domain.Whole(-3, 4, false),
            "width", new Domain.Whole(16, 128, true),
            "optimiser", new Domain.Choice(List.of("sgd", "nesterovs")),
            "momentum", new Domain.Real(0.5, 0.99, false),
            "nesterov-kind", new Domain.Choice(List.of(true, false)),
            "warm-up", new Domain.Whole(1, 9, false),
            "batch-size", new Domain.Fixed(32));

    /** Every kind of parameter; momentum depends on the optimiser and warm-up on momentum's neighbour. */
    private static SearchSpace space() {
        return new SearchSpace(List.of(
                parameter("rate", null),
                parameter("dropout", null),
                parameter("batch-size", null),
                parameter("depth", null),
                parameter("width", null),
                parameter("optimiser", null),
                parameter("momentum", new Condition("optimiser", List.of("nesterovs"))),
                parameter("nesterov-kind", new Condition("optimiser", List.of("nesterovs"))),
                parameter("warm-up", new Condition("nesterov-kind", List.of(true)))));
    }

    private static final int OPTIMISER = 4;
    private static final int MOMENTUM = 5;
    private static final int KIND = 6;
    private static final int WARM_UP = 7;

    private static Parameter parameter(String name, Condition when) {
        return new Parameter(name, DOMAINS.get(name).space(), when);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyPoint_decodesToValuesInTheirDomains(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SearchSpace space = space();

        for (int i = 0; i < 500; i++) {
            Assignment assignment = space.getValue(point(random, space.numParameters()));
            assertThat(assignment.values())
                    .allSatisfy((name, value) -> assertThat(DOMAINS.get(name).contains(value))
                            .as(name + " = " + value)
                            .isTrue());
            boolean nesterovs = assignment.value("optimiser").equals("nesterovs");
            assertThat(assignment.has("momentum")).isEqualTo(nesterovs);
            assertThat(assignment.has("nesterov-kind")).isEqualTo(nesterovs);
            assertThat(assignment.has("warm-up"))
                    .isEqualTo(nesterovs && assignment.value("nesterov-kind").equals(true));
        }
    }

    /** A point of the cube in which about one number in four lies on a face. */
    private static double[] point(SplittableRandom random, int dimensions) {
        return random.doubles(dimensions)
                .map(number -> random.nextInt(4) == 0 ? Math.round(number) : number)
                .toArray();
    }

    @Test
    void pointLength_isTheSameWhateverIsActive() {
        SearchSpace space = space();

        assertThat(space.numParameters()).isEqualTo(DOMAINS.size() - 1);
        assertThat(space.collectLeaves()).hasSize(DOMAINS.size() - 1);
        assertThatThrownBy(() -> space.getValue(new double[7]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("8")
                .hasMessageContaining("7");
    }

    @Test
    void chainOfConditions_endsWhereTheFirstDoesNotHold() {
        double[] point = new double[8];
        point[OPTIMISER] = 0.9;
        assertThat(space().getValue(point).values()).containsKeys("momentum", "nesterov-kind", "warm-up");

        point[KIND] = 0.9;
        assertThat(space().getValue(point).values())
                .containsKeys("momentum", "nesterov-kind")
                .doesNotContainKey("warm-up");

        point[KIND] = 0;
        point[OPTIMISER] = 0;
        assertThat(space().getValue(point).values()).doesNotContainKeys("momentum", "nesterov-kind", "warm-up");
    }

    @Test
    void pointsThatDifferOnlyWhereInactive_areTheSameAssignment() {
        double[] one = new double[8];
        double[] other = new double[8];
        other[MOMENTUM] = 0.7;
        other[WARM_UP] = 0.3;

        assertThat(space().getValue(one).canonical())
                .isEqualTo(space().getValue(other).canonical());
        other[0] = 0.5;
        assertThat(space().getValue(one).canonical())
                .isNotEqualTo(space().getValue(other).canonical());
    }

    @Test
    void centre_isTheMiddleOfEveryRange() {
        Assignment centre = space().centre();

        assertThat(centre.number("dropout")).isEqualTo(0.3);
        assertThat(centre.number("rate")).isCloseTo(Math.sqrt(1e-5), withinPercentage(1));
        assertThat(centre.number("width")).isBetween(44.0, 46.0);
        assertThat(centre.number("batch-size")).isEqualTo(32);
    }

    @Test
    void fix_givesTheOneValueWherePointsHadADimension() {
        SearchSpace fixed = space().fix("dropout", 0.9);
        SplittableRandom random = new SplittableRandom(9);

        assertThat(fixed.numParameters()).isEqualTo(7);
        for (int i = 0; i < 50; i++) {
            double[] point = random.doubles(8).toArray();
            double[] shorter = new double[7];
            shorter[0] = point[0];
            System.arraycopy(point, 2, shorter, 1, 6);
            assertThat(fixed.getValue(shorter).values())
                    .isEqualTo(space().getValue(point).with("dropout", 0.9).values());
        }
    }

    @Test
    void fix_leavesTheSpaceItCameFromAsItWas() {
        SearchSpace space = space();
        double[] point = new SplittableRandom(4).doubles(8).toArray();
        Assignment before = space.getValue(point);

        assertThat(space.fix("rate", 0.1).numParameters()).isEqualTo(7);

        assertThat(space.getValue(point)).isEqualTo(before);
    }

    @Test
    void fix_keepsTheConditionAndSettlesThoseThatDependOnIt() {
        SearchSpace momentum = space().fix("momentum", 0.9);
        SearchSpace sgd = space().fix("optimiser", "sgd");
        double[] point = new double[7];
        Arrays.fill(point, 0.9);

        assertThat(momentum.getValue(point).value("momentum")).isEqualTo(0.9);
        point[OPTIMISER] = 0;
        assertThat(momentum.getValue(point).has("momentum")).isFalse();
        point[OPTIMISER] = 0.9;
        assertThat(sgd.getValue(point).has("momentum")).isFalse();
    }

    @Test
    void fix_addsAParameterThatIsNotThere() {
        SearchSpace more = space().fix("seed", 7);

        assertThat(more.numParameters()).isEqualTo(8);
        assertThat(more.centre().value("seed")).isEqualTo(7);
    }

    @Test
    void nameThatComesTwice_isRefused() {
        assertThatThrownBy(() -> new SearchSpace(List.of(parameter("rate", null), parameter("rate", null))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'rate' is there twice");
    }

    @Test
    void conditionOnALaterParameter_isRefused() {
        Parameter first = parameter("momentum", new Condition("optimiser", List.of("nesterovs")));

        assertThatThrownBy(() -> new SearchSpace(List.of(first, parameter("optimiser", null))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'momentum' depends on 'optimiser'");
    }
}
