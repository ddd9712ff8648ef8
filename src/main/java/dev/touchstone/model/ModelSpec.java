package dev.touchstone.model;

import dev.touchstone.data.Task;
import dev.touchstone.spec.SpecName;
import java.util.List;
import java.util.Optional;

/**
 * The {@code model} section of a spec.
 *
 * @param layers from the input on; the last, and only the last, is an output
 */
public record ModelSpec(List<LayerSpec> layers) {
    /**
     * Whether the output suits the task, which only the data tell.
     *
     * @return what is wrong, in a sentence; nothing when all is well
     */
    public Optional<String> checkTask(Task task) {
        return layers.get(layers.size() - 1) instanceof LayerSpec.Output output
                ? misfit(output.loss(task), task)
                : Optional.empty();
    }

    private static Optional<String> misfit(LossFunction loss, Task task) {
        if (loss.task() != task.kind()) {
            LossFunction usual = LossFunction.usual(task.kind());
            return Optional.of("model: output: " + loss.specName() + " is for "
                    + SpecName.of(loss.task()) + ", and the data are for " + SpecName.of(task.kind()) + "; use "
                    + usual.specName() + " with " + usual.activation().specName() + ", or state data: {task: "
                    + SpecName.of(loss.task()) + "}");
        }
        return loss == LossFunction.BINARY_CROSS_ENTROPY && task.answers() != 2
                ? Optional.of("binary-cross-entropy is for two classes and the data have " + task.answers()
                        + "; use cross-entropy with softmax")
                : Optional.empty();
    }
}
