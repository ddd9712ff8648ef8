package dev.touchstone.model;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import dev.touchstone.model.layer.ActivationFunction;
import dev.touchstone.space.SearchSpace;
import dev.touchstone.spec.SpecName;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether an output layer suits what the data are for. */
record OutputCheck(LayerSpec.Output output, Task task) {
    /** What the diagnosis of a training that is let through calls it. */
    private static final String WRONG_LOSS = " (wrong-loss)";

    static final String WRONG_OUTPUT_ACTIVATION = " (wrong-output-activation)";

    private static final String WHERE = "model: output: ";

    /**
     * What is wrong, in a sentence; nothing when all is well, or the output is to be built as it is said.
     *
     * @param train targets of the train split
     */
    Optional<String> misfit(Targets train, SearchSpace space) {
        Optional<String> ofWeights = ofWeights();
        return ofWeights.isPresent() || output.allowsMismatch()
                ? ofWeights
                : losses(space).stream()
                        .map(loss -> misfit(loss, train))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    /** All that trials may be trained by. */
    private List<LossFunction> losses(SearchSpace space) {
        if (output.stated() == null) {
            return List.of(LossFunction.usual(task.kind()));
        }
        List<Object> names = output.stated() instanceof Setting.Reference reference
                ? space.choices(reference.parameter())
                : List.of(((Setting.Fixed) output.stated()).value());
        return names.stream()
                .map(name -> LossFunction.named((String) name).orElseThrow())
                .toList();
    }

    private Optional<String> misfit(LossFunction loss, Targets train) {
        if (!loss.suits(task.kind())) {
            return Optional.of(ofAnotherTask(loss));
        }
        ActivationFunction activation = activation(loss);
        if (task instanceof Task.Classification && activation == ActivationFunction.SIGMOID && task.answers() != 2) {
            String found = loss == LossFunction.FOCAL ? "focal with sigmoid" : loss.specName();
            String use = loss == LossFunction.FOCAL ? "focal" : LossFunction.CROSS_ENTROPY.specName();
            return Optional.of(WHERE + found + " is for two classes and the data have " + task.answers() + WRONG_LOSS
                    + "; use " + use + " with softmax");
        } else if (task instanceof Task.MultiLabel && activation != ActivationFunction.SIGMOID) {
            return Optional.of(WHERE + loss.specName() + " with " + activation.specName()
                    + " is for classification, and the data are for multi-label" + WRONG_OUTPUT_ACTIVATION
                    + "; use sigmoid");
        }
        return loss == LossFunction.POISSON ? ofCounts(((Targets.Values) train).numbers()) : Optional.empty();
    }

    private ActivationFunction activation(LossFunction loss) {
        @Nullable ActivationFunction stated = output.activation();
        return stated == null ? loss.activation(task.kind()) : stated;
    }

    private String ofAnotherTask(LossFunction loss) {
        LossFunction usual = LossFunction.usual(task.kind());
        // One label column may be for either of two tasks; several are for one alone.
        String otherwise =
                task instanceof Task.MultiLabel ? "" : ", or state data: {task: " + SpecName.of(loss.task()) + "}";
        return WHERE + loss.specName() + " is for " + SpecName.of(loss.task()) + ", and the data are for "
                + SpecName.of(task.kind()) + WRONG_LOSS + "; use " + usual.specName() + " with "
                + usual.activation(task.kind()).specName() + otherwise;
    }

    private Optional<String> ofWeights() {
        if (output.weights() == null) {
            return Optional.empty();
        }
        return (task instanceof Task.Classification classes
                        ? output.weights().misfit(classes)
                        : Optional.of("are for classes, and the data are for " + SpecName.of(task.kind())))
                .map(flaw -> WHERE + "class-weights: " + flaw);
    }

    private static Optional<String> ofCounts(float[] numbers) {
        return IntStream.range(0, numbers.length)
                .filter(row -> numbers[row] < 0)
                .mapToObj(row -> WHERE + "poisson is for counts, numbers from 0, and train has "
                        + ShortNumber.of(numbers[row]) + WRONG_LOSS + "; use mse with identity")
                .findFirst();
    }
}
