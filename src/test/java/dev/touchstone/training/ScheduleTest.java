package dev.touchstone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.metric.Direction;
import dev.touchstone.model.Setting;
import dev.touchstone.space.Assignment;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {
    private static final double RATE = 0.3;
    private static final int BATCHES = 10;
    private static final int PLANNED = 10 * BATCHES;

    private static Schedule schedule(ScheduleKind kind, Map<String, ?> values) {
        Map<String, Setting> settings = new HashMap<>();
        values.forEach((key, value) -> settings.put(key, new Setting.Fixed(value)));
        return new ScheduleSpec(kind, settings).in(new Assignment(Map.of()), BATCHES);
    }

    /** Each schedule beside its formula, for a rate of 1. */
    static Stream<Arguments> formulas() {
        return Stream.of(
                formula(ScheduleKind.CONSTANT, Map.of(), i -> 1),
                formula(ScheduleKind.STEP, Map.of("every", 3, "factor", 0.5), i -> Math.pow(0.5, Math.floor(i / 30.0))),
                formula(ScheduleKind.STEP, Map.of("every", 4), i -> Math.pow(0.1, Math.floor(i / 40.0))),
                formula(ScheduleKind.EXPONENTIAL, Map.of("factor", 0.8), i -> Math.exp(Math.log(0.8) * i / 10)),
                formula(ScheduleKind.POLYNOMIAL, Map.of(), i -> 1 - i / 100.0),
                formula(ScheduleKind.POLYNOMIAL, Map.of("power", 2), i -> Math.pow(1 - i / 100.0, 2)),
                formula(ScheduleKind.COSINE, Map.of(), i -> 0.5 + 0.5 * Math.cos(Math.PI * i / 100)),
                formula(
                        ScheduleKind.COSINE,
                        Map.of("warm-up", 0.2),
                        i -> i < 20 ? (i + 1) / 21.0 : 0.5 + 0.5 * Math.cos(Math.PI * (i - 20) / 80)),
                formula(ScheduleKind.CONSTANT, Map.of("warm-up", 0.1), i -> i < 10 ? (i + 1) / 11.0 : 1),
                formula(
                        ScheduleKind.ONE_CYCLE,
                        Map.of("rise", 0.25, "start", 0.1, "end", 0.01),
                        i -> i < 25
                                ? 1 - 0.9 * (0.5 + 0.5 * Math.cos(Math.PI * i / 25))
                                : 0.01 + 0.99 * (0.5 + 0.5 * Math.cos(Math.PI * (i - 25) / 75))),
                formula(ScheduleKind.REDUCE_ON_PLATEAU, Map.of("factor", 0.5, "patience", 3), i -> 1));
    }

    private static Arguments formula(ScheduleKind kind, Map<String, ?> values, IntToDoubleFunction rate) {
        return Arguments.of(schedule(kind, values), rate);
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void rateOfEachIteration_isThatOfTheFormula(Schedule schedule, IntToDoubleFunction formula) {
        for (int i = 0; i < PLANNED; i++) {
            assertThat(schedule.at(RATE, i, PLANNED)).isCloseTo(RATE * formula.applyAsDouble(i), within(1e-12));
        }
        for (int first = 1; first <= PLANNED; first++) {
            double sum = IntStream.range(0, first).mapToDouble(formula).sum();
            assertThat(schedule.sum(first, PLANNED)).isCloseTo(sum, within(1e-9));
        }
    }

    static Stream<Schedule> smooth() {
        return formulas().map(formula -> (Schedule) formula.get()[0]).filter(it -> !(it instanceof Schedule.Step));
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void sumOfALongPlan_isThatOfItsIterations(Schedule schedule) {
        int planned = 1_234_567;
        double sum = 0;
        for (int i = 0; i < planned; i++) {
            sum += schedule.at(1, i, planned);
        }

        assertThat(schedule.sum(planned, planned)).isCloseTo(sum, within(1e-3 * sum + 1));
    }

    @Test
    void oneCycle_begins25TimesBelowTheRateAndEndsNearZeroUnlessTold() {
        Schedule schedule = schedule(ScheduleKind.ONE_CYCLE, Map.of());

        assertThat(schedule.at(RATE, 0, PLANNED)).isCloseTo(RATE / 25, within(1e-12));
        assertThat(schedule.at(RATE, 30, PLANNED)).isEqualTo(RATE);
        assertThat(schedule.at(RATE, PLANNED, PLANNED)).isCloseTo(RATE / 250_000, within(1e-12));
    }

    @Test
    void plateau_reducesAfterItsPatienceAndCountsAnew() {
        Plateau plateau = new Plateau(
                schedule(ScheduleKind.REDUCE_ON_PLATEAU, Map.of("factor", 0.5, "patience", 2, "warm-up", 0.1)),
                Direction.MINIMISE,
                Plateau.Progress.NONE);
        double[] values = {3, 2, 2, Double.NaN, 2.5, 2.5, 1.9, 2, 1.8};
        double[] factors = {1, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25};

        for (int epoch = 0; epoch < values.length; epoch++) {
            plateau.record(values[epoch]);
            assertThat(plateau.factor()).isEqualTo(factors[epoch]);
        }
    }

    @Test
    void settingOfASchedule_mayBeAParameter() {
        ScheduleSpec spec = new ScheduleSpec(ScheduleKind.POLYNOMIAL, Map.of("power", new Setting.Reference("bend")));

        assertThat(spec.in(new Assignment(Map.of("bend", 3.0)), BATCHES)).isEqualTo(new Schedule.Polynomial(3));
    }
}
