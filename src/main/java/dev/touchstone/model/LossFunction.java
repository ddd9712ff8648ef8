package dev.touchstone.model;

import dev.touchstone.data.Task;
import dev.touchstone.model.layer.ActivationFunction;
import dev.touchstone.spec.SpecName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The losses a spec can name. */
public enum LossFunction {
    /** Negative log of the probability of the right class. */
    CROSS_ENTROPY(List.of(Task.Kind.CLASSIFICATION), List.of(ActivationFunction.SOFTMAX)),
    /** Cross-entropy of each output on its own; wants two classes, or several labels. */
    BINARY_CROSS_ENTROPY(List.of(Task.Kind.CLASSIFICATION, Task.Kind.MULTI_LABEL), List.of(ActivationFunction.SIGMOID)),
    /** Cross-entropy in which what is told well already counts less; with sigmoid for two classes or labels. */
    FOCAL(
            List.of(Task.Kind.CLASSIFICATION, Task.Kind.MULTI_LABEL),
            List.of(ActivationFunction.SOFTMAX, ActivationFunction.SIGMOID)),
    /** Mean squared error of a number. */
    MSE(List.of(Task.Kind.REGRESSION), List.of(ActivationFunction.IDENTITY)),
    /** Mean absolute error of a number. */
    MAE(List.of(Task.Kind.REGRESSION), List.of(ActivationFunction.IDENTITY)),
    /** Squared error of a number that is near, absolute error beyond. */
    HUBER(List.of(Task.Kind.REGRESSION), List.of(ActivationFunction.IDENTITY)),
    /** Negative log-likelihood of a count under a Poisson distribution whose mean is the output. */
    POISSON(List.of(Task.Kind.REGRESSION), List.of(ActivationFunction.SOFTPLUS));

    @SuppressWarnings("ImmutableEnumChecker") // of List.of
    private final List<Task.Kind> tasks;

    @SuppressWarnings("ImmutableEnumChecker") // of List.of
    private final List<ActivationFunction> activations;

    LossFunction(List<Task.Kind> tasks, List<ActivationFunction> activations) {
        this.tasks = tasks;
        this.activations = activations;
    }

    /** The loss of a spec name such as {@code cross-entropy}. */
    public static Optional<LossFunction> named(String name) {
        return SpecName.find(LossFunction.class, name);
    }

    /** The loss of a task when the spec names none. */
    public static LossFunction usual(Task.Kind task) {
        return Arrays.stream(values())
                .filter(loss -> loss.suits(task))
                .findFirst()
                .orElseThrow();
    }

    /** The loss that an activation stands for where none is named: that of a task whose usual loss it fits. */
    static Optional<LossFunction> wanting(ActivationFunction activation) {
        return Arrays.stream(Task.Kind.values())
                .map(LossFunction::usual)
                .filter(loss -> loss.fits(activation))
                .findFirst();
    }

    public String specName() {
        return SpecName.of(this);
    }

    /** The task it is for, in the first place. */
    public Task.Kind task() {
        return tasks.get(0);
    }

    /** Whether networks can be trained by it for a task. */
    public boolean suits(Task.Kind kind) {
        return tasks.contains(kind);
    }

    /** Whether the outputs of an activation are what it is made for. */
    boolean fits(ActivationFunction activation) {
        return activations.contains(activation);
    }

    /** The activation of the output for a task, unless the spec states another. */
    public ActivationFunction activation(Task.Kind kind) {
        boolean alone = kind == Task.Kind.MULTI_LABEL && fits(ActivationFunction.SIGMOID);
        return alone ? ActivationFunction.SIGMOID : activations.get(0);
    }
}
