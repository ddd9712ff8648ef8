package dev.touchstone.model;

import dev.touchstone.data.Task;
import dev.touchstone.model.layer.ActivationFunction;
import dev.touchstone.model.layer.DropoutKind;
import dev.touchstone.space.Assignment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One entry of {@code model: layers}. */
public sealed interface LayerSpec {
    /**
     * A fully connected layer.
     *
     * @param units how many outputs; from 1
     * @param activation a name of {@link ActivationFunction}
     * @param normalised whether what goes into the activation is standardised over the units of a row
     */
    record Dense(Setting units, Setting activation, Setting normalised) implements LayerSpec {
        /** One without layer normalisation. */
        public Dense(Setting units, Setting activation) {
            this(units, activation, new Setting.Fixed(false));
        }
    }

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
     * A layer that is told by its kind and settings.
     *
     * @param settings those that the entry gives, by key; several of one key are a list
     */
    record Plain(LayerKind kind, Map<String, List<Setting>> settings) implements LayerSpec {}

    /**
     * Layers that come several times, each time with weights of their own.
     *
     * @param times from 1
     */
    record Repeat(Setting times, List<LayerEntry> layers) implements LayerSpec {}

    /** Layers whose output is added to their input. */
    record Residual(List<LayerEntry> layers) implements LayerSpec {}

    /**
     * Layers that each part of a row goes through.
     *
     * @param inputs how many parts a row has; from 2
     */
    record Shared(Setting inputs, List<LayerEntry> layers) implements LayerSpec {}

    /**
     * The last layer; its width follows from task and loss.
     *
     * @param stated the loss, a name of {@link LossFunction}; null when the task decides
     * @param activation null when the loss decides
     * @param gamma of {@code focal}; from 0
     * @param delta of {@code huber}, in standard deviations of train's labels; above 0
     * @param weights null when rows of all classes count alike
     * @param allowsMismatch whether it is built as it is said, fit or not
     */
    record Output(
            @Nullable Setting stated,
            @Nullable ActivationFunction activation,
            Setting gamma,
            Setting delta,
            @Nullable ClassWeights weights,
            boolean allowsMismatch)
            implements LayerSpec {
        /** What Lin et al. (2017) found to work best. */
        static final Setting DEFAULT_GAMMA = new Setting.Fixed(2);

        /** As in Keras and PyTorch. */
        static final Setting DEFAULT_DELTA = new Setting.Fixed(1);

        /** An output that is as its loss wants it. */
        public Output(@Nullable LossFunction stated) {
            this(
                    stated == null ? null : new Setting.Fixed(stated.specName()),
                    null,
                    DEFAULT_GAMMA,
                    DEFAULT_DELTA,
                    null,
                    false);
        }

        /** This one with class weights. */
        Output with(ClassWeights others) {
            return new Output(stated, activation, gamma, delta, others, allowsMismatch);
        }

        /** What is made small in training. */
        LossFunction loss(Task task, Assignment assignment) {
            return stated == null
                    ? LossFunction.usual(task.kind())
                    : LossFunction.named((String) stated.in(assignment)).orElseThrow();
        }
    }
}
