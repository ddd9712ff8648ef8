package dev.touchstone.model;

import dev.touchstone.data.Task;
import org.jspecify.annotations.Nullable;

/** One entry of {@code model: layers}. */
public sealed interface LayerSpec {
    /**
     * A fully connected layer.
     *
     * @param units how many outputs; from 1
     * @param activation a name of {@link ActivationFunction}
     */
    record Dense(Setting units, Setting activation) implements LayerSpec {}

    /**
     * Changes some of its inputs while training.
     *
     * @param rate share of the inputs that are dropped; 0 (nothing) to below 1
     * @param kind a name of {@link DropoutKind}
     */
    record Dropout(Setting rate, Setting kind) implements LayerSpec {
        static final Setting STANDARD = new Setting.Fixed(DropoutKind.STANDARD.specName());

        /** The usual kind. */
        public Dropout(Setting rate) {
            this(rate, STANDARD);
        }
    }

    /**
     * The last layer; its width and its activation follow from task and loss.
     *
     * @param stated null when the task decides
     */
    record Output(@Nullable LossFunction stated) implements LayerSpec {
        /** What is made small in training. */
        LossFunction loss(Task task) {
            return stated == null ? LossFunction.usual(task.kind()) : stated;
        }
    }
}
