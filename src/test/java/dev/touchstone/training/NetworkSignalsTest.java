package dev.touchstone.training;

import static dev.touchstone.training.SmallTask.UNITS;
import static dev.touchstone.training.SmallTask.WIDTH;
import static dev.touchstone.training.SmallTask.dense;
import static dev.touchstone.training.SmallTask.dropout;
import static dev.touchstone.training.SmallTask.learners;
import static dev.touchstone.training.SmallTask.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.base.Seed;
import dev.touchstone.data.Rows;
import dev.touchstone.metric.Metric;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a learner says of its network, for networks whose parameters were set by hand. */
class NetworkSignalsTest {
    private static final Rows ROWS = rows(64, 2);
    private static final Map<String, Object> SGD = Map.of("optimiser", "sgd");
    private static final int FIRST_BIAS = WIDTH * UNITS;

    /** The signals of a network of one hidden layer after a change of its parameters: weights unit by unit, biases. */
    private static NetworkSignals.LayerSignals hidden(String activation, Consumer<float[]> change) {
        try (Learner learner = learners(SGD, dense(activation)).plain(new Seed(1))) {
            float[] parameters = learner.save(0).parameters();
            change.accept(parameters);
            learner.restore(0, new LearnerState(parameters, new float[0], 0));
            return learner.inspect(0, ROWS).layers().get(0);
        }
    }

    @Test
    void freshNetwork_hasNoIdleUnits() {
        for (String activation : List.of("relu", "sigmoid", "tanh")) {
            NetworkSignals.LayerSignals signals = hidden(activation, parameters -> {});
            assertThat(signals.deadShare()).isZero();
            assertThat(signals.saturatedShare()).isLessThan(0.05);
            assertThat(signals.alikeShare()).isZero();
            assertThat(signals.activationScale()).isBetween(0.1, 10.0);
        }
    }

    @Test
    void unitsThatGiveZeroForEveryRow_areDead() {
        NetworkSignals.LayerSignals signals = hidden("relu", parameters -> {
            parameters[FIRST_BIAS] = -1_000;
            parameters[FIRST_BIAS + 4] = -1_000;
        });

        assertThat(signals.deadShare()).isCloseTo(2.0 / UNITS, within(1e-12));
    }

    @Test
    void activationsFarFromZero_areSaturated() {
        Consumer<float[]> half = parameters -> {
            for (int unit = 0; unit < UNITS; unit++) {
                parameters[FIRST_BIAS + unit] = unit < 2 ? 100 : unit < 3 ? -100 : 0;
            }
        };

        assertThat(hidden("sigmoid", half).saturatedShare()).isCloseTo(0.5, within(0.03));
        assertThat(hidden("tanh", half).saturatedShare()).isCloseTo(0.5, within(0.03));
        assertThat(hidden("relu", half).saturatedShare()).isZero();
    }

    @Test
    void unitsWithTheSameParameters_areAlike() {
        NetworkSignals.LayerSignals signals = hidden("tanh", parameters -> {
            System.arraycopy(parameters, 0, parameters, WIDTH, WIDTH);
            System.arraycopy(parameters, 0, parameters, 2 * WIDTH, WIDTH);
        });

        assertThat(signals.alikeShare()).isEqualTo(3.0 / UNITS);
    }

    @Test
    void lossAndOutput_areThoseOfInferenceWithoutPenalties() {
        Learners learners = learners(Map.of("weight-decay", 0.5), dense("relu"), dropout(0.5));
        try (Learner learner = learners.regularised(new Seed(1))) {
            NetworkSignals signals = learner.inspect(0, ROWS);

            assertThat(signals.loss())
                    .isCloseTo(Metric.CROSS_ENTROPY.value(learner.predict(0, ROWS), ROWS.targets()), within(1e-4));
            assertThat(signals.outputSum()).isCloseTo(1, within(1e-5));
            assertThat(signals.inputScale()).isCloseTo(Math.sqrt(2), within(0.1));
            assertThat(signals.layers())
                    .extracting(NetworkSignals.LayerSignals::name)
                    .containsExactly("0-dense", "2-output");
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void answers_areThoseOfInference(Learners learners) {
        try (Learner learner = learners.regularised(new Seed(1))) {
            assertThat(learner.inspect(0, ROWS).answers())
                    .usingRecursiveComparison()
                    .isEqualTo(learner.predict(0, ROWS));
        }
    }

    @Test
    void gradients_areThoseOfTheNextStep() {
        try (Learner learner = learners(SGD, dense("tanh")).plain(new Seed(1))) {
            NetworkSignals signals = learner.inspect(0, ROWS);
            float[] before = learner.save(0).parameters();
            learner.step(List.of(new Learner.Step(ROWS, 1, 0)));
            float[] after = learner.save(0).parameters();

            double squares = 0;
            for (int i = 0; i < before.length; i++) {
                squares += Math.pow(before[i] - after[i], 2);
                if (i == FIRST_BIAS + UNITS - 1) {
                    assertThat(signals.layers().get(0).gradientNorm()).isCloseTo(Math.sqrt(squares), within(1e-4));
                    squares = 0;
                }
            }
            assertThat(signals.layers().get(1).gradientNorm()).isCloseTo(Math.sqrt(squares), within(1e-4));
        }
    }

    /** A first layer of dropout was once taken out to look, and DL4J refused what it then handed on. */
    static Stream<Learners> networks() {
        Map<String, Object> decayed = Map.of("weight-decay", 0.1);
        return Stream.of(
                learners(decayed, dense("relu"), dropout(0.5)),
                learners(decayed, dropout(0.5), dense("relu")),
                learners(decayed, dropout(0.2), dense("relu"), dropout(0.5)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void looking_changesNothing(Learners learners) {
        try (Learner looked = learners.regularised(new Seed(1));
                Learner left = learners.regularised(new Seed(1))) {
            for (int step = 0; step < 5; step++) {
                looked.inspect(0, ROWS);
                looked.step(List.of(new Learner.Step(ROWS, 0.1, step)));
                left.step(List.of(new Learner.Step(ROWS, 0.1, step)));
            }

            assertThat(looked.save(0).toBytes()).isEqualTo(left.save(0).toBytes());
        }
    }
}
