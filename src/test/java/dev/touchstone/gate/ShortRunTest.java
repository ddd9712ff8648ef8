package dev.touchstone.gate;

import static dev.touchstone.gate.Subjects.clouds;
import static dev.touchstone.gate.Subjects.dense;
import static dev.touchstone.gate.Subjects.output;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.base.Seed;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;

class ShortRunTest {
    private static final int STEPS = 50;
    private static final Seed SEED = new Seed(3);

    private static ShortRun zeroed(Activation activation) {
        GateSubject subject = Subjects.of(
                clouds(),
                dense(8).activation(activation).weightInit(WeightInit.ZERO).build(),
                output().weightInit(WeightInit.ZERO).build());
        return ShortRun.atOwnRate(subject, SEED, STEPS);
    }

    @Test
    void networkThroughWhichNothingComes_ignoresItsRows() {
        assertThat(zeroed(Activation.RELU).ignoresRows()).isTrue();
    }

    /** Their answers differ from the second step on: gradients flow. */
    @Test
    void unitsThatAreAllAlike_doNotIgnoreTheirRows() {
        assertThat(zeroed(Activation.SIGMOID).ignoresRows()).isFalse();
    }
}
