package dev.touchstone.model;

import dev.touchstone.data.Task;
import dev.touchstone.model.layer.ActivationFunction;
import dev.touchstone.space.Assignment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Another network in place of a trial's, different in one respect, so that training both tells what that respect does. Only
 * networks that are written layer by layer can be changed; whatever else a network is made of is left as it was given.
 */
public enum ModelChange {
    /** Layers that were left as they are drawn are trained. */
    UNFROZEN {
        @Override
        LayerEntry of(LayerEntry entry, Task task, Assignment assignment) {
            return new LayerEntry(entry.layer(), entry.place(), entry.initialisation(), false);
        }
    },
    /** Weights are drawn as their activations want it (He or Glorot), whatever the spec says. */
    USUAL_INITIALISATION {
        @Override
        ModelSpec changed(ModelSpec model, Task task, Assignment assignment) {
            return new ModelSpec(
                    super.changed(model, task, assignment).entries(), null, model.corners(), model.regularisation());
        }

        @Override
        LayerEntry of(LayerEntry entry, Task task, Assignment assignment) {
            return new LayerEntry(entry.layer(), entry.place(), null, entry.frozen());
        }
    },
    /** The output's loss and activation are the task's usual ones. */
    USUAL_OUTPUT {
        @Override
        LayerEntry of(LayerEntry entry, Task task, Assignment assignment) {
            return entry.layer() instanceof LayerSpec.Output output && !isUsual(output, task, assignment)
                    ? entry.with(new LayerSpec.Output(
                            null, null, output.gamma(), output.delta(), output.weights(), output.allowsMismatch()))
                    : entry;
        }
    },
    /** Hidden layers have four times the units, or filters. */
    WIDER {
        @Override
        LayerEntry of(LayerEntry entry, Task task, Assignment assignment) {
            if (entry.layer() instanceof LayerSpec.Dense dense) {
                Setting units = wider(dense.units(), assignment);
                return entry.with(new LayerSpec.Dense(units, dense.activation(), dense.normalised()));
            } else if (entry.layer() instanceof LayerSpec.Plain plain && WIDE.contains(plain.kind())) {
                Map<String, List<Setting>> settings = new HashMap<>(plain.settings());
                WIDTHS.forEach(width ->
                        settings.computeIfPresent(width, (key, given) -> List.of(wider(given.get(0), assignment))));
                return entry.with(new LayerSpec.Plain(plain.kind(), settings));
            }
            return entry;
        }
    },
    /** Dense layers that saturate, or that are linear, have rectifying units. */
    RECTIFIED {
        @Override
        LayerEntry of(LayerEntry entry, Task task, Assignment assignment) {
            return entry.layer() instanceof LayerSpec.Dense dense
                            && UNRECTIFIED.contains(ActivationFunction.named(
                                            (String) dense.activation().in(assignment))
                                    .orElseThrow())
                    ? entry.with(new LayerSpec.Dense(
                            dense.units(), new Setting.Fixed(ActivationFunction.RELU.specName()), dense.normalised()))
                    : entry;
        }
    };

    /** By how much wider layers are. */
    public static final int TIMES = 4;

    private static final Set<LayerKind> WIDE = EnumSet.of(
            LayerKind.CONVOLUTION, LayerKind.SEPARABLE_CONVOLUTION, LayerKind.LSTM, LayerKind.SIMPLE_RECURRENT);
    private static final Set<String> WIDTHS = Set.of("filters", "units");
    private static final Set<ActivationFunction> UNRECTIFIED = EnumSet.of(
            ActivationFunction.SIGMOID,
            ActivationFunction.TANH,
            ActivationFunction.SOFTMAX,
            ActivationFunction.IDENTITY);

    /** The changed network; nothing when it would be the same, or cannot be changed. */
    public Optional<NetworkSpec> of(NetworkSpec network, Task task, Assignment assignment) {
        return network instanceof ModelSpec model
                ? Optional.<NetworkSpec>of(changed(model, task, assignment)).filter(changed -> !changed.equals(network))
                : Optional.empty();
    }

    ModelSpec changed(ModelSpec model, Task task, Assignment assignment) {
        return new ModelSpec(
                all(model.entries(), task, assignment),
                model.initialisation(),
                model.corners(),
                model.regularisation());
    }

    /** One layer that holds no others. */
    abstract LayerEntry of(LayerEntry entry, Task task, Assignment assignment);

    private List<LayerEntry> all(List<LayerEntry> entries, Task task, Assignment assignment) {
        List<LayerEntry> changed = new ArrayList<>();
        for (LayerEntry entry : entries) {
            LayerSpec layer = entry.layer();
            if (layer instanceof LayerSpec.Repeat repeat) {
                layer = new LayerSpec.Repeat(repeat.times(), all(repeat.layers(), task, assignment));
            } else if (layer instanceof LayerSpec.Residual residual) {
                layer = new LayerSpec.Residual(all(residual.layers(), task, assignment));
            } else if (layer instanceof LayerSpec.Shared shared) {
                layer = new LayerSpec.Shared(shared.inputs(), all(shared.layers(), task, assignment));
            }
            changed.add(of(entry.with(layer), task, assignment));
        }
        return changed;
    }

    private static boolean isUsual(LayerSpec.Output output, Task task, Assignment assignment) {
        LossFunction usual = LossFunction.usual(task.kind());
        return output.loss(task, assignment) == usual
                && (output.activation() == null || output.activation() == usual.activation(task.kind()));
    }

    private static Setting wider(Setting width, Assignment assignment) {
        return new Setting.Fixed(TIMES * ((Number) Objects.requireNonNull(width.in(assignment))).intValue());
    }
}
