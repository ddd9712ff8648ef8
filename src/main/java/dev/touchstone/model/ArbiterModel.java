package dev.touchstone.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.data.Task;
import dev.touchstone.space.Assignment;
import java.util.List;
import java.util.Optional;

/**
 * An Arbiter {@code MultiLayerSpace} or {@code ComputationGraphSpace} as its JSON.
 *
 * @param leaves what varies in it
 */
public record ArbiterModel(JsonNode space, List<ArbiterLeaf> leaves) implements GivenSpec {
    static final String CHAIN = "org.deeplearning4j.arbiter.MultiLayerSpace";
    static final String GRAPH = "ComputationGraphSpace";

    boolean isGraph() {
        return space.path(KnownClasses.CLASS).asText().equals(GRAPH);
    }

    /** Whether layers have rates of their own, beside the one that the spec states to be the network's. */
    boolean hasOwnRates() {
        return leaves.stream()
                .anyMatch(leaf -> ArbiterModelReader.RATE.matcher(leaf.name()).matches());
    }

    @Override
    public GivenNetwork network(Assignment assignment, List<Integer> shape, Task task) {
        return new ArbiterNetwork(this, shape).of(assignment);
    }

    /** The JSON of the space with nothing that varies. */
    String pinned(Assignment assignment) {
        JsonNode pinned = space.deepCopy();
        leaves.stream()
                .filter(leaf -> assignment.has(leaf.name()))
                .forEach(leaf -> leaf.pin(pinned, assignment.value(leaf.name())));
        return pinned.toString();
    }

    @Override
    public Optional<String> checkTask(Task task) {
        return OutputWidth.misfit("arbiter", output().at("/layerSpace/nOut/value"), task);
    }

    private JsonNode output() {
        JsonNode layers = space.path("layerSpaces");
        JsonNode output = layers.path(layers.size() - 1);
        String named = space.at("/networkOutputs/0").asText();
        for (JsonNode layer : layers) {
            output = layer.path("layerName").asText().equals(named) ? layer : output;
        }
        return output;
    }
}
