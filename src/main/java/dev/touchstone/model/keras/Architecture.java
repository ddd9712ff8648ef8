package dev.touchstone.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.spec.Quoted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Makes of the layers of a file what the import of DL4J takes and Touchstone's rows fit: what only changes the shape of
 * rows is done by the rows, and the last layer has its activation in it.
 */
record Architecture(KerasLayers layers) {
    private static final String DENSE = "Dense";
    private static final String ACTIVATION = "activation";
    private static final String FORMAT = "data_format";
    private static final String AXIS = "axis";
    private static final String SOFTMAX = "softmax";
    private static final Set<String> RESHAPING = Set.of("Flatten", "Reshape");
    private static final Set<String> CODE = Set.of("Lambda", "TFOpLambda", "SlicingOpLambda", "TensorFlowOpLayer");
    private static final Set<String> MODELS = Set.of("Sequential", "Functional", "Model");
    private static final Set<String> MOVING = Set.of("Reshape", "Permute");
    private static final int IMAGE = 3;

    /**
     * Reads {@code model_config}.
     *
     * @throws KerasProblem when no such network can be made of it
     */
    static Architecture of(JsonNode model) {
        Architecture architecture = new Architecture(KerasLayers.of(model));
        architecture.reshapeRows();
        architecture.putChannelsLast();
        architecture.joinActivation();
        architecture.layers.names().forEach(architecture::check);
        architecture.checkOutput();
        return architecture;
    }

    /** Dimensions of a row in the order of Touchstone's and DL4J's, channels or features first; 0 for any number. */
    List<Integer> rows() {
        List<Integer> shape = new ArrayList<>(layers.inputShape());
        if (shape.isEmpty() || shape.size() > IMAGE) {
            throw new KerasProblem(
                    shape.isEmpty()
                            ? "does not say how many inputs it has; build or train the model before it is saved"
                            : "takes rows of " + shape.size() + " dimensions, expected " + IMAGE + " at most");
        }
        boolean stepsMayVary = shape.size() == 2 && shape.get(1) > 0;
        if (shape.contains(0) && !stepsMayVary) {
            throw new KerasProblem("takes rows of any size, expected all dimensions of its input to be said");
        }
        Collections.rotate(shape, 1);
        return shape;
    }

    /** Activation of the output, as Keras calls it. */
    String outputActivation() {
        return layers.config(layers.output()).path(ACTIVATION).asText("linear");
    }

    void answerWith(String activation) {
        layers.config(layers.output()).put(ACTIVATION, activation);
    }

    /** What flattens or reshapes nothing but the rows themselves is left to them. */
    private void reshapeRows() {
        List<String> first = layers.after(layers.input());
        while (first.size() == 1 && RESHAPING.contains(layers.type(first.get(0)))) {
            List<Integer> shape = layers.inputShape();
            int size = shape.stream().reduce(1, Math::multiplyExact);
            if (size <= 0) {
                return;
            }
            layers.takeInput(
                    layers.type(first.get(0)).equals("Flatten")
                            ? List.of(size)
                            : target(layers.config(first.get(0)).path("target_shape"), size));
            layers.remove(first.get(0));
            first = layers.after(layers.input());
        }
    }

    private static List<Integer> target(JsonNode shape, int size) {
        List<Integer> target = new ArrayList<>();
        shape.forEach(dimension -> target.add(dimension.asInt()));
        int known = target.stream().filter(dimension -> dimension > 0).reduce(1, Math::multiplyExact);
        target.replaceAll(dimension -> dimension > 0 ? dimension : size / known);
        return target;
    }

    /** DL4J reads networks with their channels last better, and which way they are means nothing without weights. */
    private void putChannelsLast() {
        List<ObjectNode> first = layers.names().stream()
                .map(layers::config)
                .filter(config -> config.path(FORMAT).asText().equals("channels_first"))
                .toList();
        if (first.isEmpty()) {
            return;
        }
        first.forEach(config -> config.put(FORMAT, "channels_last"));
        List<Integer> shape = new ArrayList<>(layers.inputShape());
        Collections.rotate(shape, -1);
        layers.takeInput(shape);
        layers.names().stream()
                .map(layers::config)
                .filter(config -> config.path(AXIS).asInt() == 1)
                .forEach(config -> config.put(AXIS, -1));
    }

    private void joinActivation() {
        String last = layers.output();
        boolean isSoftmax = layers.type(last).equals("Softmax");
        if (!isSoftmax && !layers.type(last).equals("Activation")) {
            return;
        }
        String before = layers.before(last).get(0);
        boolean joins = layers.type(before).equals(DENSE)
                && layers.config(before).path(ACTIVATION).asText("linear").equals("linear")
                && layers.after(before).size() == 1;
        if (joins) {
            String activation =
                    isSoftmax ? SOFTMAX : layers.config(last).path(ACTIVATION).asText();
            layers.remove(last);
            answerWith(activation);
        }
    }

    private void check(String name) {
        String type = layers.type(name);
        ObjectNode config = layers.config(name);
        String layer = "has the layer " + Quoted.of(name) + ", ";
        if (CODE.contains(type)) {
            throw new KerasProblem(layer + "a " + type + ": code of Python, which no file can bring along");
        } else if (MODELS.contains(type)) {
            throw new KerasProblem(layer + "a model within the model, expected layers alone");
        } else if (MOVING.contains(type)) {
            throw new KerasProblem(
                    layer + "a " + type + " within the network, expected none but on the input: numbers of"
                            + " an image are in another order in DL4J");
        }
        Penalties.readable(config);
        if (config.has("unroll")) {
            config.put("unroll", false); // how Keras calculates it, which DL4J would take for truncated backpropagation
        }
    }

    private void checkOutput() {
        String type = layers.type(layers.output());
        if (!type.equals(DENSE)) {
            throw new KerasProblem("ends in the layer " + Quoted.of(layers.output()) + ", a " + type
                    + ", expected a Dense layer with an activation");
        }
    }
}
