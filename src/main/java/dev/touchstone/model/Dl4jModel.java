package dev.touchstone.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.base.UserError;
import dev.touchstone.data.Task;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.OneLine;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;

/** A configuration of DL4J's own as its JSON: a {@code MultiLayerConfiguration} or a {@code ComputationGraphConfiguration}. */
public record Dl4jModel(JsonNode configuration) implements GivenSpec {
    static final String CHAIN = "confs";
    static final String GRAPH = "vertices";

    boolean isGraph() {
        return configuration.has(GRAPH);
    }

    @Override
    public GivenNetwork network(Assignment assignment, List<Integer> shape, Task task) {
        return new GivenNetwork(configuration("dl4j", shape));
    }

    /**
     * What DL4J makes of it.
     *
     * @param key of the model section that it comes from
     * @throws UserError when it makes nothing
     */
    NetworkConfiguration configuration(String key, List<Integer> shape) {
        String json = configuration.toString();
        try {
            return isGraph()
                    ? NetworkConfiguration.of(ComputationGraphConfiguration.fromJson(json), shape)
                    : NetworkConfiguration.of(MultiLayerConfiguration.fromJson(json), shape);
        } catch (RuntimeException e) {
            throw new UserError(OneLine.of("model: " + key + ": DL4J makes no network of it: " + e.getMessage()), e);
        }
    }

    /** The layer that answers. */
    JsonNode last() {
        JsonNode layers = configuration.path(CHAIN);
        return isGraph()
                ? layer(configuration.at("/networkOutputs/0").asText())
                : layers.path(layers.size() - 1).path("layer");
    }

    private JsonNode layer(String vertex) {
        return configuration.path(GRAPH).path(vertex).at("/layerConf/layer");
    }

    @Override
    public Optional<String> checkTask(Task task) {
        return OutputWidth.misfit("dl4j", last().path("nout"), task);
    }
}
