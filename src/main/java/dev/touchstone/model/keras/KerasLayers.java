package dev.touchstone.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.spec.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The layers of a network of Keras, by name, one input first; each with the names of those that feed it. */
final class KerasLayers {
    private static final String CONFIG = "config";
    private static final String CLASS_NAME = "class_name";
    private static final String INBOUND = "inbound_nodes";
    private static final String INPUT_SHAPE = "batch_input_shape";
    private static final Set<String> GRAPHS = Set.of("Functional", "Model");
    private static final String SEQUENTIAL = "Sequential";

    private final boolean isSequential;
    private final Map<String, ObjectNode> layers = new LinkedHashMap<>();
    private final Map<String, List<String>> inputs = new LinkedHashMap<>();
    private String output = "";

    private KerasLayers(boolean isSequential) {
        this.isSequential = isSequential;
    }

    /**
     * Reads them.
     *
     * @param model what {@code model_config} says; its layers are changed where they are
     * @throws KerasProblem when it is no network with one input and one output
     */
    static KerasLayers of(JsonNode model) {
        String type = model.path(CLASS_NAME).asText();
        KerasLayers read = new KerasLayers(type.equals(SEQUENTIAL));
        JsonNode config = model.path(CONFIG);
        if (read.isSequential) {
            read.addChain(config.isArray() ? config : config.path("layers"), config.path("build_input_shape"));
        } else if (GRAPHS.contains(type)) {
            read.addGraph(config);
        } else {
            throw new KerasProblem(
                    "is a model of the class " + Quoted.of(type) + ", expected Sequential or Functional");
        }
        return read;
    }

    boolean isSequential() {
        return isSequential;
    }

    /** Names in the order of the file. */
    List<String> names() {
        return List.copyOf(layers.keySet());
    }

    /** Name of the layer that answers. */
    String output() {
        return output;
    }

    String input() {
        return layers.keySet().iterator().next();
    }

    String type(String name) {
        return layer(name).path(CLASS_NAME).asText();
    }

    ObjectNode config(String name) {
        return layer(name).withObject("/" + CONFIG);
    }

    /** Names of the layers that a layer feeds. */
    List<String> after(String name) {
        return inputs.entrySet().stream()
                .filter(layer -> layer.getValue().contains(name))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<String> before(String name) {
        return Objects.requireNonNullElse(inputs.get(name), List.of());
    }

    /** The dimensions of a row as Keras counts them; 0 where it does not say. */
    List<Integer> inputShape() {
        List<Integer> shape = new ArrayList<>();
        config(input()).path(INPUT_SHAPE).forEach(size -> shape.add(size.asInt()));
        return shape.subList(Math.min(1, shape.size()), shape.size());
    }

    void takeInput(List<Integer> shape) {
        ArrayNode withBatch = config(input()).putArray(INPUT_SHAPE).addNull();
        shape.forEach(withBatch::add);
    }

    /** Takes out a layer of one input; those that it feeds get that input. */
    void remove(String name) {
        String instead = before(name).get(0);
        layers.remove(name);
        inputs.remove(name);
        inputs.replaceAll((layer, names) ->
                names.stream().map(fed -> fed.equals(name) ? instead : fed).toList());
        output = output.equals(name) ? instead : output;
    }

    /** What DL4J imports. */
    ObjectNode json() {
        ObjectNode model = JsonNodeFactory.instance.objectNode();
        model.put("keras_version", "2").put("backend", "tensorflow");
        model.put(CLASS_NAME, isSequential ? SEQUENTIAL : "Functional");
        ObjectNode config = model.putObject(CONFIG);
        ArrayNode all = config.putArray("layers");
        layers.forEach((name, layer) -> {
            ArrayNode nodes = layer.putArray(INBOUND);
            if (!before(name).isEmpty()) {
                ArrayNode node = nodes.addArray();
                before(name)
                        .forEach(from -> node.addArray().add(from).add(0).add(0).addObject());
            }
            all.add(layer);
        });
        config.putArray("input_layers").addArray().add(input()).add(0).add(0);
        config.putArray("output_layers").addArray().add(output).add(0).add(0);
        return model;
    }

    private void addChain(JsonNode chain, JsonNode built) {
        if (chain.isEmpty()) {
            throw new KerasProblem("has no layers");
        }
        JsonNode first = chain.path(0);
        if (!first.path(CLASS_NAME).asText().equals("InputLayer")) {
            JsonNode shape = first.path(CONFIG).path(INPUT_SHAPE);
            add(JsonNodeFactory.instance.objectNode().put(CLASS_NAME, "InputLayer"), "input", List.of());
            config("input").put("name", "input").set(INPUT_SHAPE, shape.isArray() ? shape : built);
        }
        for (JsonNode layer : chain) {
            add(layer, layer.path(CONFIG).path("name").asText(), output.isEmpty() ? List.of() : List.of(output));
        }
    }

    private void addGraph(JsonNode config) {
        String from = only(config.path("input_layers"), "inputs");
        // The one that rows come into is first whatever the file's order.
        for (JsonNode layer : config.path("layers")) {
            if (name(layer).equals(from)) {
                add(layer, from, List.of());
            }
        }
        for (JsonNode layer : config.path("layers")) {
            if (!name(layer).equals(from)) {
                addVertex(layer);
            }
        }
        output = only(config.path("output_layers"), "outputs");
        layer(output);
    }

    private void addVertex(JsonNode layer) {
        JsonNode calls = layer.path(INBOUND);
        if (calls.size() != 1) {
            throw new KerasProblem("has the layer " + Quoted.of(name(layer)) + " in " + calls.size()
                    + " places, expected one: layers that share weights are not imported");
        }
        List<String> fed = new ArrayList<>();
        calls.path(0).forEach(from -> fed.add(from.path(0).asText()));
        add(layer, name(layer), fed);
    }

    private static String name(JsonNode layer) {
        return layer.path("name").asText(layer.path(CONFIG).path("name").asText());
    }

    private static String only(JsonNode ends, String what) {
        // One alone is not always in a list of its own.
        JsonNode all =
                ends.path(0).isTextual() ? JsonNodeFactory.instance.arrayNode().add(ends) : ends;
        Set<String> names = new TreeSet<>();
        all.forEach(end -> names.add(end.path(0).asText()));
        if (names.size() != 1) {
            throw new KerasProblem("has " + names.size() + " " + what + ", expected one");
        }
        return names.iterator().next();
    }

    private void add(JsonNode layer, String name, List<String> fed) {
        if (!(layer instanceof ObjectNode object) || name.isEmpty() || layers.containsKey(name)) {
            throw new KerasProblem("is damaged: a layer has no name of its own");
        }
        object.put("name", name);
        layers.put(name, object);
        inputs.put(name, fed);
        output = name;
    }

    private ObjectNode layer(String name) {
        ObjectNode layer = layers.get(name);
        if (layer == null) {
            throw new KerasProblem("is damaged: there is no layer " + Quoted.of(name));
        }
        return layer;
    }
}
