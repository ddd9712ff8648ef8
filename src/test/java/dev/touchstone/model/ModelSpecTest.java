package dev.touchstone.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModelSpecTest {
    private static ModelSpec with(LossFunction loss, ActivationFunction activation) {
        return new ModelSpec(List.of(new LayerSpec.Output(loss, activation)));
    }

    @Test
    void binaryCrossEntropy_isForTwoClasses() {
        ModelSpec binary = with(LossFunction.BINARY_CROSS_ENTROPY, ActivationFunction.SIGMOID);

        assertThat(binary.checkClasses(2)).isEmpty();
        assertThat(binary.checkClasses(3))
                .contains(
                        "binary-cross-entropy is for two classes and the data have 3; use cross-entropy with softmax");
    }

    @Test
    void crossEntropy_isForAnyNumberOfClasses() {
        ModelSpec any = with(LossFunction.CROSS_ENTROPY, ActivationFunction.SOFTMAX);

        assertThat(any.checkClasses(2)).isEmpty();
        assertThat(any.checkClasses(10)).isEmpty();
    }
}
