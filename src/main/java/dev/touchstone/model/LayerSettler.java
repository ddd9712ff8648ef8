package dev.touchstone.model;

import dev.touchstone.data.Task;
import dev.touchstone.model.layer.ActivationFunction;
import dev.touchstone.model.layer.Dense;
import dev.touchstone.model.layer.Dropout;
import dev.touchstone.model.layer.DropoutKind;
import dev.touchstone.model.layer.Initialisation;
import dev.touchstone.model.layer.LayerSequence;
import dev.touchstone.model.layer.Misfit;
import dev.touchstone.model.layer.Output;
import dev.touchstone.model.layer.PlacedLayer;
import dev.touchstone.model.layer.Recurrent.Returns;
import dev.touchstone.model.layer.Residual;
import dev.touchstone.model.layer.SettledLayer;
import dev.touchstone.model.layer.SharedTowers;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.SpecName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Settles the layers of a model section under an assignment: repeats are written out, and no value stays open. */
final class LayerSettler {
    /** More than anybody trains, and few enough that counting them does no harm. */
    private static final int MOST_LAYERS = 10_000;

    private final ModelSpec model;
    private final Task task;
    private final Assignment assignment;
    private int count;

    LayerSettler(ModelSpec model, Task task, Assignment assignment) {
        this.model = model;
        this.task = task;
        this.assignment = assignment;
    }

    private record Named(String name, LayerEntry entry) {}

    /** @throws Misfit when a calculated value is not what its layer needs */
    LayerSequence settle() {
        LayerSequence settled = settle(model.entries(), "", Returns.LAST);
        // Within a branch it stays, doing nothing: the order of a graph's parameters must not depend on its rate.
        return new LayerSequence(settled.layers().stream()
                .filter(placed -> !(placed.layer() instanceof Dropout dropout && dropout.rate() == 0))
                .toList());
    }

    /** @param returns what a recurrent layer at the end hands on */
    private LayerSequence settle(List<LayerEntry> entries, String prefix, Returns returns) {
        List<Named> written = written(entries, prefix).toList();
        Deque<PlacedLayer> settled = new ArrayDeque<>();
        Returns following = returns;
        for (int i = written.size() - 1; i >= 0; i--) {
            Named named = written.get(i);
            settled.addFirst(settle(named, following));
            following = wanted(named.entry().layer(), following);
        }
        return new LayerSequence(new ArrayList<>(settled));
    }

    private Stream<Named> written(List<LayerEntry> entries, String prefix) {
        List<Named> written = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            LayerEntry entry = entries.get(i);
            if (entry.layer() instanceof LayerSpec.Repeat repeat) {
                int times = ((Number) repeat.times().in(assignment)).intValue();
                for (int round = 0; round < times; round++) {
                    written(repeat.layers(), prefix + i + "." + round + ".").forEach(written::add);
                }
            } else {
                if (++count > MOST_LAYERS) {
                    throw new Misfit("the network has more than " + MOST_LAYERS + " layers; repeat them less often")
                            .at(entry.place());
                }
                written.add(new Named(prefix + i, entry));
            }
        }
        return written.stream();
    }

    /** What a recurrent layer before it hands on when it does not say. */
    private static Returns wanted(LayerSpec layer, Returns following) {
        if (layer instanceof LayerSpec.Plain plain) {
            boolean any = plain.kind() == LayerKind.ACTIVATION_ONLY || plain.kind() == LayerKind.BATCH_NORMALISATION;
            return any ? following : plain.kind().wantsSequence() ? Returns.SEQUENCE : Returns.LAST;
        } else if (layer instanceof LayerSpec.Dropout) {
            return following;
        }
        List<LayerEntry> inner = layer instanceof LayerSpec.Residual residual
                ? residual.layers()
                : layer instanceof LayerSpec.Shared shared ? shared.layers() : List.of();
        Returns first = Returns.LAST;
        for (int i = inner.size() - 1; i >= 0; i--) {
            LayerSpec innerLayer = inner.get(i).layer();
            first = innerLayer instanceof LayerSpec.Repeat repeat
                    ? wanted(new LayerSpec.Residual(repeat.layers()), first)
                    : wanted(innerLayer, first);
        }
        return first;
    }

    private PlacedLayer settle(Named named, Returns following) {
        LayerEntry entry = named.entry();
        Setting stated = entry.initialisation() == null ? model.initialisation() : entry.initialisation();
        return new PlacedLayer(
                named.name(),
                entry.place(),
                settle(named, entry.layer(), following),
                initialisation(stated),
                entry.frozen());
    }

    private @Nullable Initialisation initialisation(@Nullable Setting stated) {
        return stated == null
                ? null
                : new LayerValues(Map.of("initialisation", List.of(stated)), assignment)
                        .name("initialisation", Initialisation.class, Initialisation.XAVIER);
    }

    private SettledLayer settle(Named named, LayerSpec layer, Returns following) {
        if (layer instanceof LayerSpec.Dense dense) {
            return new Dense(
                    ((Number) dense.units().in(assignment)).intValue(),
                    ActivationFunction.named((String) dense.activation().in(assignment))
                            .orElseThrow(),
                    (boolean) dense.normalised().in(assignment));
        } else if (layer instanceof LayerSpec.Plain plain) {
            return plain.kind().settle(new LayerValues(plain.settings(), assignment), following);
        } else if (layer instanceof LayerSpec.Dropout dropout) {
            return new Dropout(
                    ((Number) dropout.rate().in(assignment)).doubleValue(),
                    SpecName.find(DropoutKind.class, (String) dropout.kind().in(assignment))
                            .orElseThrow());
        } else if (layer instanceof LayerSpec.Residual residual) {
            return new Residual(settle(residual.layers(), named.name() + ".", Returns.SEQUENCE));
        } else if (layer instanceof LayerSpec.Shared shared) {
            return new SharedTowers(
                    ((Number) shared.inputs().in(assignment)).intValue(),
                    settle(shared.layers(), named.name() + ".", following));
        }
        return new Output(task.answers());
    }
}
