package dev.touchstone.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.data.Task;
import dev.touchstone.data.Tasks;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelSpecTest {
    private static final Task LABELS = new Task.MultiLabel(List.of("even", "large", "hole"));

    private static ModelSpec with(LossFunction loss) {
        return new ModelSpec(List.of(new LayerSpec.Output(loss)));
    }

    @Test
    void binaryCrossEntropy_isForTwoClasses() {
        ModelSpec binary = with(LossFunction.BINARY_CROSS_ENTROPY);

        assertThat(binary.checkTask(Tasks.classes(2))).isEmpty();
        assertThat(binary.checkTask(Tasks.classes(3)))
                .contains(
                        "binary-cross-entropy is for two classes and the data have 3; use cross-entropy with softmax");
    }

    @Test
    void outputWithoutALoss_suitsEveryTask() {
        ModelSpec open = new ModelSpec(List.of(new LayerSpec.Output(null)));

        assertThat(open.checkTask(Tasks.classes(2))).isEmpty();
        assertThat(open.checkTask(new Task.Regression(0, 1))).isEmpty();
        assertThat(open.checkTask(LABELS)).isEmpty();
    }

    @Test
    void severalLabels_wantAProbabilityEach() {
        assertThat(with(LossFunction.BINARY_CROSS_ENTROPY).checkTask(LABELS)).isEmpty();
        assertThat(with(LossFunction.CROSS_ENTROPY).checkTask(LABELS))
                .contains("model: output: cross-entropy is for classification, and the data are for multi-label; use"
                        + " binary-cross-entropy with sigmoid");
        assertThat(with(LossFunction.MSE).checkTask(LABELS)).isPresent();
    }

    @Test
    void lossOfAnotherTask_isToldWithTheRightOne() {
        assertThat(with(LossFunction.MSE).checkTask(Tasks.classes(2)))
                .contains("model: output: mse is for regression, and the data are for classification; use cross-entropy"
                        + " with softmax, or state data: {task: regression}");
        assertThat(with(LossFunction.CROSS_ENTROPY).checkTask(new Task.Regression(0, 1)))
                .contains("model: output: cross-entropy is for classification, and the data are for regression; use mse"
                        + " with identity, or state data: {task: classification}");
    }

    @Test
    void crossEntropy_isForAnyNumberOfClasses() {
        ModelSpec any = with(LossFunction.CROSS_ENTROPY);

        assertThat(any.checkTask(Tasks.classes(2))).isEmpty();
        assertThat(any.checkTask(Tasks.classes(10))).isEmpty();
    }
}
