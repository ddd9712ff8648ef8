package dev.touchstone.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.base.Json;
import dev.touchstone.model.KerasModel;
import dev.touchstone.model.layer.WeightedLayers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.samediff.AbstractSameDiffLayer;
import org.deeplearning4j.nn.modelimport.keras.KerasSequentialModel;
import org.nd4j.linalg.learning.config.IUpdater;

/** Makes DL4J's configuration of a network that Keras wrote: its layers, loss and optimiser, without its weights. */
public final class KerasImport {
    private static final String LAYER = "layer";

    /** Classes that those who train the network have not. */
    private static final String OF_THE_IMPORT = "org.deeplearning4j.nn.modelimport.";

    /** The same whenever it is read, so that the study is the same; the trial's takes its place. */
    private static final long ANY_SEED = 0;

    private final Architecture architecture;
    private final List<Integer> rows;
    private final KerasLoss loss;
    private final IUpdater updater;

    private KerasImport(KerasFile file) {
        architecture = Architecture.of(file.model());
        rows = architecture.rows();
        loss = KerasLoss.of(file.training());
        updater = KerasOptimiser.of(file.training());
        if (loss.fromLogits() && architecture.outputActivation().equals("linear")) {
            architecture.answerWith(loss.activation());
        }
    }

    /**
     * Reads a file of {@code model.save('NAME.h5')}.
     *
     * @throws KerasProblem when it is none, or what reads it is not there
     */
    public static KerasModel read(Path file) {
        KerasLibraries.require();
        KerasFile read = KerasFile.read(file);
        KerasImport made;
        try {
            made = new KerasImport(read);
        } catch (KerasProblem e) {
            throw e;
        } catch (RuntimeException e) {
            throw new KerasProblem("is damaged: its model_config is not as Keras 2 writes it", e);
        }
        return made.model();
    }

    private KerasModel model() {
        KerasLayers layers = architecture.layers();
        String json = layers.json().toString();
        JsonNode network;
        try {
            network = layers.isSequential() ? chain(json) : graph(json);
        } catch (KerasProblem e) {
            throw e;
        } catch (Exception e) { // of many kinds: the import trusts the file
            throw new KerasProblem("has what DL4J does not import: " + ImportMessage.of(e), e);
        }
        if (network.toString().contains(OF_THE_IMPORT)) {
            throw new KerasProblem(
                    "has a layer that DL4J knows on import alone; a network of it could not be trained here");
        }
        ChannelsFirst.in(network);
        return new KerasModel(rows, loss.function(), loss.delta(), network);
    }

    private JsonNode chain(String json) throws Exception {
        KerasSequentialModel imported = new KerasSequentialModel()
                .modelBuilder()
                .modelJson(json)
                .enforceTrainingConfig(false)
                .buildSequential();
        requireVector(imported.getOutputTypes());
        MultiLayerConfiguration chain = imported.getMultiLayerConfiguration();
        train(chain.getConfs().stream());
        JsonNode network = Json.tree(chain.toJson());
        JsonNode layers = network.path("confs");
        answer(layers.path(layers.size() - 1));
        return network;
    }

    private JsonNode graph(String json) throws Exception {
        org.deeplearning4j.nn.modelimport.keras.KerasModel imported =
                new org.deeplearning4j.nn.modelimport.keras.KerasModel()
                        .modelBuilder()
                        .modelJson(json)
                        .enforceTrainingConfig(false)
                        .buildModel();
        requireVector(imported.getOutputTypes());
        ComputationGraphConfiguration graph = imported.getComputationGraphConfiguration();
        graph.getDefaultConfiguration().setSeed(ANY_SEED);
        train(graph.getVertices().values().stream()
                .filter(LayerVertex.class::isInstance)
                .map(vertex -> ((LayerVertex) vertex).getLayerConf()));
        JsonNode network = Json.tree(graph.toJson());
        JsonNode vertices = network.path("vertices");
        answer(vertices.path(architecture.layers().output()).path("layerConf"));
        Merged.in(vertices, architecture.layers(), imported.getOutputTypes());
        return network;
    }

    private void requireVector(Map<String, InputType> types) {
        InputType answer = types.get(architecture.layers().output());
        if (!(answer instanceof InputType.InputTypeFeedForward)) {
            throw new KerasProblem("answers for a row with " + answer
                    + ", expected a vector: flatten or pool it before the last layer");
        }
    }

    /** Layers get copies: an updater may be one layer's alone. */
    private void train(Stream<NeuralNetConfiguration> configurations) {
        configurations.forEach(configuration -> {
            configuration.setSeed(ANY_SEED);
            Stream.ofNullable(configuration.getLayer())
                    .flatMap(WeightedLayers::in)
                    .forEach(this::train);
        });
    }

    private void train(Layer layer) {
        if (layer instanceof BaseLayer base) {
            base.setIUpdater(updater.clone());
            Penalties.asInKeras(base);
        } else if (layer instanceof AbstractSameDiffLayer ofSameDiff) {
            ofSameDiff.setUpdater(updater.clone());
        }
    }

    /** Makes the dense layer at the end an output layer; its loss comes when the task is known. */
    private static void answer(JsonNode configuration) {
        ObjectNode layer = (ObjectNode) configuration.path(LAYER);
        layer.put("@class", OutputLayer.class.getName());
        layer.remove("hasLayerNorm");
    }
}
