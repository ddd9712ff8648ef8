package dev.touchstone.model;

import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import dev.touchstone.space.SearchSpace;
import java.util.ArrayList;
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
    public Optional<String> check(Task task, Targets train, SearchSpace space) {
        return new OutputCheck(output(), task).misfit(train, space);
    }

    /** With the class weights of a train split. */
    @Override
    public ModelSpec fittedTo(Task task, Targets train) {
        if (output().weights() == null || !(task instanceof Task.Classification classes)) {
            return this;
        }
        List<LayerSpec> fitted = new ArrayList<>(layers);
        ClassWeights weights = output().weights().fittedTo(classes, (Targets.Classes) train);
        fitted.set(layers.size() - 1, output().with(weights));
        return new ModelSpec(List.copyOf(fitted));
    }

    private LayerSpec.Output output() {
        return (LayerSpec.Output) layers.get(layers.size() - 1);
    }

    @Override
    public boolean uses(String hyperparameter) {
        return true;
    }
}
