package dev.touchstone.model;

import dev.touchstone.data.Task;
import dev.touchstone.spec.SpecName;
import java.util.Arrays;
import java.util.Optional;

/** The losses a spec can name. */
public enum LossFunction {
    /** Negative log of the probability of the right class. */
    CROSS_ENTROPY(Task.Kind.CLASSIFICATION, ActivationFunction.SOFTMAX),
    /** Cross-entropy of each output on its own; wants two classes, or several labels. */
    BINARY_CROSS_ENTROPY(Task.Kind.CLASSIFICATION, ActivationFunction.SIGMOID),
    /** Mean squared error of a number. */
    MSE(Task.Kind.REGRESSION, ActivationFunction.IDENTITY);

    private final Task.Kind task;
    private final ActivationFunction activation;

    LossFunction(Task.Kind task, ActivationFunction activation) {
        this.task = task;
        this.activation = activation;
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

    /** The loss that wants an activation. */
    static Optional<LossFunction> wanting(ActivationFunction activation) {
        return Arrays.stream(values())
                .filter(loss -> loss.activation == activation)
                .findFirst();
    }

    public String specName() {
        return SpecName.of(this);
    }

    /** The task it is for, in the first place. */
    public Task.Kind task() {
        return task;
    }

    /** Whether networks can be trained by it for a task. */
    public boolean suits(Task.Kind kind) {
        return kind == task || (kind == Task.Kind.MULTI_LABEL && this == BINARY_CROSS_ENTROPY);
    }

    /** The only activation of the output that it fits. */
    public ActivationFunction activation() {
        return activation;
    }
}
