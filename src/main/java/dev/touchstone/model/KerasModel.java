package dev.touchstone.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Task;
import dev.touchstone.model.layer.ActivationFunction;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.SpecName;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.jspecify.annotations.Nullable;

/**
 * A network that Keras wrote, as the configuration that DL4J made of it once. Needs nothing of Keras any more.
 *
 * @param rows dimensions of a row, channels or features first; 0 for any number
 * @param loss that it was compiled with; null where it was not, and the task decides
 * @param delta of {@link LossFunction#HUBER}
 * @param network JSON of a configuration whose output layer has no loss yet
 */
public record KerasModel(List<Integer> rows, @Nullable LossFunction loss, double delta, JsonNode network)
        implements GivenSpec {
    static final String KEY = "keras";
    static final String ROWS = "rows";
    static final String LOSS = "loss";
    static final String DELTA = "delta";
    static final String NETWORK = "network";

    private static final String WHERE = "model: keras: ";
    /** What DL4J calls its activations begins so. */
    private static final String OF_DL4J = "org.nd4j.linalg.activations.impl.Activation";

    public KerasModel {
        rows = List.copyOf(rows);
    }

    /** What a spec says in the place of the file. */
    public JsonNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        rows.forEach(json.putArray(ROWS)::add);
        if (loss != null) {
            json.put(LOSS, loss.specName()).put(DELTA, delta);
        }
        json.set(NETWORK, network);
        return json;
    }

    @Override
    public GivenNetwork network(Assignment assignment, List<Integer> shape, Task task) {
        NetworkConfiguration made = new Dl4jModel(network).configuration(KEY, rows.size() == 1 ? rows : shape);
        made.layers()
                .map(NeuralNetConfiguration::getLayer)
                .filter(BaseOutputLayer.class::isInstance)
                .forEach(output -> ((BaseOutputLayer) output)
                        .setLossFn(OutputBuilder.loss(lossFor(task), 0, delta, isAlone(task))));
        return new GivenNetwork(made);
    }

    private boolean isAlone(Task task) {
        return lossFor(task) == LossFunction.BINARY_CROSS_ENTROPY;
    }

    private LossFunction lossFor(Task task) {
        if (loss != null) {
            return loss;
        }
        return task.kind() == Task.Kind.CLASSIFICATION && hasActivation(ActivationFunction.SIGMOID)
                ? LossFunction.BINARY_CROSS_ENTROPY
                : LossFunction.usual(task.kind());
    }

    private boolean hasActivation(ActivationFunction activation) {
        return activation().equalsIgnoreCase(activation.name());
    }

    /** Of the output, as DL4J calls it. */
    private String activation() {
        return new Dl4jModel(network).last().at("/activationFn/@class").asText().replace(OF_DL4J, "");
    }

    @Override
    public Optional<String> checkTask(Task task) {
        LossFunction used = lossFor(task);
        if (!used.suits(task.kind())) {
            return Optional.of(WHERE + "the network was compiled with " + used.specName() + ", for "
                    + SpecName.of(used.task()) + ", and the data are for " + SpecName.of(task.kind()));
        }
        Optional<String> width =
                OutputWidth.misfit(KEY, new Dl4jModel(network).last().path("nout"), task);
        ActivationFunction wanted = used.activation(task.kind());
        boolean isOfProbabilities = task.kind() != Task.Kind.REGRESSION;
        return width.isPresent() || !isOfProbabilities || hasActivation(wanted)
                ? width
                : Optional.of(WHERE + "the output layer has the activation " + activation() + ", and " + used.specName()
                        + " for " + SpecName.of(task.kind()) + " wants " + wanted.specName());
    }

    @Override
    public Optional<String> checkRows(PreparedData data) {
        List<Integer> shape = data.shape();
        boolean fits = rows.size() == 1
                ? size(rows) == size(shape)
                : rows.size() == shape.size()
                        && IntStream.range(0, shape.size())
                                .allMatch(i -> rows.get(i) == 0 || rows.get(i).equals(shape.get(i)));
        if (fits) {
            return Optional.empty();
        }
        String otherwise = size(rows) == size(shape) ? "; state data: {shape: " + rows + "}" : "";
        return Optional.of(WHERE + "the network takes rows of the shape " + rows + ", and those of the data have "
                + shape + otherwise);
    }

    private static long size(List<Integer> shape) {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }
}
