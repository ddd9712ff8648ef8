package dev.touchstone.model;

import dev.touchstone.data.Task;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.SpecName;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;

/** Makes DL4J's layers of a model section. */
record LayerBuilder(ModelSpec model, Task task) {
    List<Layer> layers(Assignment assignment) {
        List<Layer> layers = new ArrayList<>();
        for (LayerSpec layer : model.layers()) {
            if (layer instanceof LayerSpec.Dense dense) {
                layers.add(dense(dense, assignment));
            } else if (layer instanceof LayerSpec.Dropout dropout) {
                double rate = ((Number) dropout.rate().in(assignment)).doubleValue();
                if (rate > 0) {
                    String kind = (String) dropout.kind().in(assignment);
                    layers.add(new DropoutLayer(
                            SpecName.find(DropoutKind.class, kind).orElseThrow().inDl4j(rate)));
                }
            } else if (layer instanceof LayerSpec.Output output) {
                layers.add(new OutputBuilder(task).output(output, assignment));
            }
        }
        return layers;
    }

    private static Layer dense(LayerSpec.Dense dense, Assignment assignment) {
        ActivationFunction activation = ActivationFunction.named(
                        (String) dense.activation().in(assignment))
                .orElseThrow();
        return new DenseLayer.Builder()
                .nOut(((Number) dense.units().in(assignment)).intValue())
                .activation(activation.inDl4j())
                .weightInit(Initialisation.of(activation))
                .build();
    }
}
