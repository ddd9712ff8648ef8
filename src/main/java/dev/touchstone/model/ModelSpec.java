package dev.touchstone.model;

import dev.touchstone.data.Task;
import dev.touchstone.spec.SpecName;
import java.util.List;
import java.util.Optional;

/**
 * A network that is written layer by layer.
 *
 * @param layers from the input on; the last, and only the last, is an output
 * @param regularisation of its layers
 */
public record ModelSpec(List<LayerSpec> layers, RegularisationSpec regularisation) implements NetworkSpec {
    /** A network that nothing regularises but what the space has by name. */
    public ModelSpec(List<LayerSpec> layers) {
        this(layers, RegularisationSpec.NONE);
    }

    @Override
    public ModelSpec regularisedBy(RegularisationSpec spec) {
        return new ModelSpec(layers, spec);
    }

    @Override
    public Optional<String> checkTask(Task task) {
        return layers.get(layers.size() - 1) instanceof LayerSpec.Output output
                ? misfit(output.loss(task), task)
                : Optional.empty();
    }

    @Override
    public boolean uses(String hyperparameter) {
        return true;
    }

    private static Optional<String> misfit(LossFunction loss, Task task) {
        if (!loss.suits(task.kind())) {
            LossFunction usual = LossFunction.usual(task.kind());
            // One label column may be for either of two tasks; several are for one alone.
            String otherwise =
                    task instanceof Task.MultiLabel ? "" : ", or state data: {task: " + SpecName.of(loss.task()) + "}";
            return Optional.of("model: output: " + loss.specName() + " is for " + SpecName.of(loss.task())
                    + ", and the data are for "
                    + SpecName.of(task.kind()) + "; use " + usual.specName() + " with "
                    + usual.activation().specName() + otherwise);
        }
        return loss == LossFunction.BINARY_CROSS_ENTROPY && task instanceof Task.Classification && task.answers() != 2
                ? Optional.of("binary-cross-entropy is for two classes and the data have " + task.answers()
                        + "; use cross-entropy with softmax")
                : Optional.empty();
    }
}
