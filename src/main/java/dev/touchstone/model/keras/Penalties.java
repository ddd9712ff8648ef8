package dev.touchstone.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;

/** Penalties of weights, which DL4J's import reads in one of Keras's ways to write them only, and counts half. */
final class Penalties {
    private static final String KERNEL = "kernel_regularizer";

    /** DL4J has half the squares in its loss, Keras the squares. */
    private static final double KERAS_FOR_DL4J = 2;

    private Penalties() {}

    /** Writes what a layer says in the way that is read. */
    static void readable(ObjectNode layer) {
        JsonNode stated = layer.path(KERNEL);
        JsonNode config = stated.has("config") ? stated.path("config") : stated;
        if (config.has("l1") || config.has("l2")) {
            layer.putObject(KERNEL)
                    .put("class_name", "L1L2")
                    .putObject("config")
                    .put("l1", config.path("l1").asDouble())
                    .put("l2", config.path("l2").asDouble());
        }
    }

    /** Gives a layer the penalty that it has in Keras. */
    static void asInKeras(BaseLayer layer) {
        if (layer.getRegularization() == null) {
            return;
        }
        List<Regularization> penalties = new ArrayList<>();
        for (Regularization penalty : layer.getRegularization()) {
            penalties.add(
                    penalty instanceof L2Regularization squares
                            ? new L2Regularization(
                                    KERAS_FOR_DL4J * squares.getL2().valueAt(0, 0))
                            : penalty);
        }
        layer.setRegularization(penalties);
    }
}
