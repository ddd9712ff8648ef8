package dev.touchstone.model;

import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import dev.touchstone.model.layer.LayerSequence;
import dev.touchstone.model.layer.Misfit;
import dev.touchstone.space.Assignment;
import dev.touchstone.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A network that is written layer by layer.
 *
 * @param entries from the input on; the last, and only the last, is an output
 * @param initialisation of the layers that do not say; null when their activations decide
 * @param corners of the search space, on which the network is checked
 * @param regularisation of its layers
 */
public record ModelSpec(
        List<LayerEntry> entries, @Nullable Setting initialisation, Corners corners, RegularisationSpec regularisation)
        implements NetworkSpec {
    public ModelSpec {
        entries = List.copyOf(entries);
    }

    /** A network that was not read from a file, and that nothing regularises but what the space has by name. */
    public ModelSpec(List<LayerSpec> layers) {
        this(
                IntStream.range(0, layers.size())
                        .mapToObj(i -> LayerEntry.of(i, layers.get(i)))
                        .toList(),
                null,
                Corners.NONE,
                RegularisationSpec.NONE);
    }

    /** The outermost layers. */
    public List<LayerSpec> layers() {
        return entries.stream().map(LayerEntry::layer).toList();
    }

    /** The same, checked on the corners of a space. */
    ModelSpec on(Corners others) {
        return new ModelSpec(entries, initialisation, others, regularisation);
    }

    @Override
    public ModelSpec regularisedBy(RegularisationSpec spec) {
        Setting dropout = spec.dropout();
        List<LayerEntry> layers =
                dropout == null || entries.size() == 1 || any(entries, LayerSpec.Dropout.class::isInstance)
                        ? entries
                        : withDropout(dropout);
        return new ModelSpec(layers, initialisation, corners, spec);
    }

    /** The same layers with dropout of what the output gets. */
    private List<LayerEntry> withDropout(Setting rate) {
        List<LayerEntry> changed = new ArrayList<>(entries);
        changed.add(
                entries.size() - 1,
                LayerEntry.of(entries.size() - 1, new LayerSpec.Dropout(rate, LayerSpec.Dropout.STANDARD)));
        return changed;
    }

    /** Whether a layer, or one within it, is such a one. */
    private static boolean any(List<LayerEntry> entries, Predicate<LayerSpec> wanted) {
        return entries.stream()
                .map(LayerEntry::layer)
                .anyMatch(layer -> wanted.test(layer)
                        || (layer instanceof LayerSpec.Repeat repeat && any(repeat.layers(), wanted))
                        || (layer instanceof LayerSpec.Residual residual && any(residual.layers(), wanted))
                        || (layer instanceof LayerSpec.Shared shared && any(shared.layers(), wanted)));
    }

    @Override
    public boolean takesAddedDropout() {
        return layers().stream()
                .anyMatch(
                        layer -> layer instanceof LayerSpec.Dropout dropout && dropout.rate() instanceof Setting.Added);
    }

    /** Whether anything keeps the network from fitting its rows: a penalty, noise, or dropout at some rate. */
    public boolean isRegularised(Assignment assignment) {
        return !regularisation.in(assignment).equals(Regularisation.NONE)
                || regularisation.value(RegularisationKind.GRADIENT_NOISE, assignment) > 0
                || any(
                        entries,
                        layer -> layer instanceof LayerSpec.Dropout dropout
                                && ((Number) dropout.rate().in(assignment)).doubleValue() > 0);
    }

    /** The layers under an assignment. */
    LayerSequence settled(Task task, Assignment assignment) {
        return new LayerSettler(this, task, assignment).settle();
    }

    @Override
    public Optional<String> check(Task task, Targets train, SearchSpace space) {
        return output().flatMap(output -> new OutputCheck(output, task).misfit(train, space));
    }

    /** With the class weights of a train split. */
    @Override
    public ModelSpec fittedTo(Task task, Targets train) {
        LayerSpec.Output output = output().orElseThrow();
        if (output.weights() == null || !(task instanceof Task.Classification classes)) {
            return this;
        }
        List<LayerEntry> fitted = new ArrayList<>(entries);
        ClassWeights weights = output.weights().fittedTo(classes, (Targets.Classes) train);
        fitted.add(fitted.remove(fitted.size() - 1).with(output.with(weights)));
        return new ModelSpec(fitted, initialisation, corners, regularisation);
    }

    /** The last layer; nothing for a network that could not be read as a whole. */
    Optional<LayerSpec.Output> output() {
        return entries.get(entries.size() - 1).layer() instanceof LayerSpec.Output output
                ? Optional.of(output)
                : Optional.empty();
    }

    @Override
    public Optional<String> checkRows(PreparedData data) {
        return corners.batchMisfit(data.train().count())
                .or(() -> corners.assignments()
                        .flatMap(corner -> shapeMisfit(data, corner).stream())
                        .findFirst());
    }

    private Optional<String> shapeMisfit(PreparedData data, Assignment corner) {
        try {
            LayerSequence layers = settled(data.task(), corner);
            layers.output(layers.input(data.shape()));
            return Optional.empty();
        } catch (Misfit misfit) {
            return Optional.of(misfit.getMessage() + corners.words(corner));
        }
    }

    @Override
    public boolean uses(String hyperparameter) {
        return true;
    }
}
