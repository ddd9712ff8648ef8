package dev.touchstone.model.layer;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.graph.StackVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.graph.UnstackVertex;
import org.deeplearning4j.nn.conf.graph.rnn.ReverseTimeSeriesVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.Activation;

/**
 * Makes DL4J's parts of settled layers. Sizes of inputs are told to each layer rather than left to DL4J, which takes what
 * global pooling makes of a sequence for a sequence, and a dense layer after one for a layer of each step.
 */
final class NetworkPlanner {
    private final Layer output;
    private final List<NetworkElement> elements = new ArrayList<>();

    /** What a part of the network gives. */
    record Stage(String name, RowShape shape) {}

    NetworkPlanner(Layer output) {
        this.output = output;
    }

    List<NetworkElement> elements() {
        return List.copyOf(elements);
    }

    Stage add(LayerSequence layers, Stage from) {
        Stage stage = from;
        for (PlacedLayer placed : layers.layers()) {
            stage = add(placed, stage);
        }
        return stage;
    }

    private Stage add(PlacedLayer placed, Stage from) {
        RowShape shape = placed.output(from.shape());
        SettledLayer layer = placed.layer();
        if (layer instanceof Residual residual) {
            return residual(placed, residual, from, shape);
        } else if (layer instanceof SharedTowers towers) {
            return towers(placed, towers, from, shape);
        } else if (layer instanceof Recurrent recurrent && recurrent.direction() != Recurrent.Direction.FORWARD) {
            return bothWays(placed, recurrent, from, shape);
        } else if (layer instanceof Embedding embedding && embedding.values() > 0) {
            return embedded(placed, embedding, from, (RowShape.Sequence) shape);
        } else if (layer instanceof BatchNormalisation normalisation
                && from.shape() instanceof RowShape.Sequence sequence) {
            return normalised(placed, normalisation, from, sequence);
        } else if (layer.isFlattening() && from.shape() instanceof RowShape.Sequence sequence) {
            Stage flat = reshaped(placed.name() + "-flat", from, new RowShape.Vector(sequence.size()));
            return layer(placed, placed.name(), dl4j(layer, flat.shape()), null, flat, shape);
        }
        InputPreProcessor before = layer.isFlattening() && from.shape() instanceof RowShape.Image image
                ? new CnnToFeedForwardPreProcessor(image.height(), image.width(), image.channels())
                : null;
        RowShape taken =
                before == null ? from.shape() : new RowShape.Vector(from.shape().size());
        Layer made = dl4j(layer, taken);
        return layer(placed, placed.name(), made, before, new Stage(from.name(), taken), shape);
    }

    private Layer dl4j(SettledLayer layer, RowShape input) {
        if (layer instanceof Dense dense) {
            return new DenseLayer.Builder()
                    .nOut(dense.units())
                    .activation(Dl4jActivation.of(dense.activation()))
                    .weightInit(new DrawnWeights(Initialisation.of(dense.activation())).inDl4j())
                    .hasLayerNorm(dense.normalised())
                    .build();
        } else if (layer instanceof Convolution convolution) {
            return ConvolutionLayers.of(convolution, input);
        } else if (layer instanceof Pooling pooling) {
            return ConvolutionLayers.of(pooling, input);
        } else if (layer instanceof GlobalPooling pooling) {
            return ConvolutionLayers.of(pooling);
        } else if (layer instanceof Recurrent recurrent) {
            return StepLayers.of(recurrent);
        } else if (layer instanceof Embedding embedding) {
            return StepLayers.of(embedding);
        } else if (layer instanceof SelfAttention attention) {
            return StepLayers.of(attention);
        } else if (layer instanceof BatchNormalisation normalisation) {
            return dl4j(normalisation);
        } else if (layer instanceof ActivationOnly only) {
            return new ActivationLayer(Dl4jActivation.of(only.activation()));
        } else if (layer instanceof Dropout dropout) {
            return new DropoutLayer(Dl4jDropout.of(dropout));
        }
        return output;
    }

    private static Layer dl4j(BatchNormalisation normalisation) {
        return new org.deeplearning4j.nn.conf.layers.BatchNormalization.Builder()
                .decay(normalisation.decay())
                .build();
    }

    private Stage layer(
            PlacedLayer placed,
            String name,
            Layer layer,
            @Nullable InputPreProcessor before,
            Stage from,
            RowShape shape) {
        InputType input = type(from.shape());
        layer.setNIn(input, true);
        layer.getOutputType(elements.size(), input); // locally connected ones learn the size of their input here
        if (placed.initialisation() != null) {
            new DrawnWeights(placed.initialisation()).of(layer);
        }
        Layer whole = placed.frozen() ? new FrozenLayerWithBackprop(layer) : layer;
        elements.add(new NetworkElement.OfLayer(name, whole, before, from.name()));
        return new Stage(name, shape);
    }

    private Stage vertex(String name, GraphVertex vertex, RowShape shape, Stage... from) {
        elements.add(new NetworkElement.OfVertex(
                name, vertex, List.of(from).stream().map(Stage::name).toList()));
        return new Stage(name, shape);
    }

    private Stage residual(PlacedLayer placed, Residual residual, Stage from, RowShape shape) {
        Stage end = add(residual.branch(), from);
        Stage shortcut = from;
        if (!from.shape().equals(shape)) {
            int[] stride = residual.stride(from.shape(), shape);
            Layer projection = projection(shape, stride);
            new DrawnWeights(Initialisation.of(ActivationFunction.IDENTITY)).of(projection);
            shortcut = layer(placed, placed.name() + "-projection", projection, null, from, shape);
        }
        return vertex(placed.name(), new ElementWiseVertex(ElementWiseVertex.Op.Add), shape, end, shortcut);
    }

    private static Layer projection(RowShape shape, int[] stride) {
        int units = Math.toIntExact(shape.dimensions().get(0));
        if (shape instanceof RowShape.Sequence) {
            return new Convolution1DLayer.Builder(1, stride[0])
                    .convolutionMode(ConvolutionMode.Truncate)
                    .nOut(units)
                    .activation(Activation.IDENTITY)
                    .build();
        } else if (shape instanceof RowShape.Image) {
            return new ConvolutionLayer.Builder(new int[] {1, 1}, stride)
                    .convolutionMode(ConvolutionMode.Truncate)
                    .nOut(units)
                    .activation(Activation.IDENTITY)
                    .build();
        }
        return new DenseLayer.Builder()
                .nOut(units)
                .activation(Activation.IDENTITY)
                .build();
    }

    private Stage towers(PlacedLayer placed, SharedTowers towers, Stage from, RowShape shape) {
        RowShape part = towers.part(from.shape());
        int width = Math.toIntExact(part.dimensions().get(0));
        Stage[] parts = new Stage[towers.inputs()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] =
                    vertex(placed.name() + "-part-" + i, new SubsetVertex(i * width, (i + 1) * width - 1), part, from);
        }
        Stage end = add(towers.tower(), vertex(placed.name() + "-stack", new StackVertex(), part, parts));
        Stage[] ends = new Stage[parts.length];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = vertex(placed.name() + "-end-" + i, new UnstackVertex(i, parts.length), end.shape(), end);
        }
        return vertex(placed.name(), new MergeVertex(), shape, ends);
    }

    /** Two layers rather than DL4J's Bidirectional, whose last step has seen nothing backward but itself. */
    private Stage bothWays(PlacedLayer placed, Recurrent recurrent, Stage from, RowShape shape) {
        String name = placed.name();
        RowShape ofOne = shape.withFirst(recurrent.units());
        Stage forward = layer(placed, name + "-forward", StepLayers.of(recurrent), null, from, ofOne);
        Stage reversed = vertex(name + "-reversed", new ReverseTimeSeriesVertex(), from.shape(), from);
        Stage backward = layer(placed, name + "-backward", StepLayers.of(recurrent), null, reversed, ofOne);
        if (recurrent.returns() == Recurrent.Returns.SEQUENCE) {
            backward = vertex(name + "-restored", new ReverseTimeSeriesVertex(), ofOne, backward);
        }
        GraphVertex both = switch (recurrent.direction()) {
            case ADD -> new ElementWiseVertex(ElementWiseVertex.Op.Add);
            case MULTIPLY -> new ElementWiseVertex(ElementWiseVertex.Op.Product);
            case AVERAGE -> new ElementWiseVertex(ElementWiseVertex.Op.Average);
            case CONCATENATE, FORWARD -> new MergeVertex();
        };
        return vertex(name, both, shape, forward, backward);
    }

    private Stage embedded(PlacedLayer placed, Embedding embedding, Stage from, RowShape.Sequence shape) {
        RowShape.Image codes = new RowShape.Image(1, shape.steps(), embedding.values());
        RowShape.Image vectors = new RowShape.Image(shape.features(), shape.steps(), 1);
        Stage stage = layer(
                placed,
                placed.name(),
                StepLayers.ofRows(embedding),
                new FeedForwardToCnnPreProcessor(codes.height(), codes.width(), codes.channels()),
                new Stage(from.name(), codes),
                vectors);
        return reshaped(placed.name() + "-steps", stage, shape);
    }

    /** As an image of one column: DL4J's layer takes the rows of a batch of sequences for their features. */
    private Stage normalised(
            PlacedLayer placed, BatchNormalisation normalisation, Stage from, RowShape.Sequence sequence) {
        Stage column =
                reshaped(placed.name() + "-column", from, new RowShape.Image(sequence.features(), sequence.steps(), 1));
        Stage done = layer(placed, placed.name(), dl4j(normalisation), null, column, column.shape());
        return reshaped(placed.name() + "-steps", done, sequence);
    }

    private Stage reshaped(String name, Stage from, RowShape shape) {
        int[] withRows = new int[shape.dimensions().size() + 1];
        withRows[0] = -1;
        for (int i = 1; i < withRows.length; i++) {
            withRows[i] = Math.toIntExact(shape.dimensions().get(i - 1));
        }
        return vertex(name, new ReshapeVertex(withRows), shape, from);
    }

    private static InputType type(RowShape shape) {
        if (shape instanceof RowShape.Sequence sequence) {
            return InputType.recurrent(sequence.features(), sequence.steps());
        } else if (shape instanceof RowShape.Image image) {
            return InputType.convolutional(image.height(), image.width(), image.channels());
        }
        return InputType.feedForward(shape.size());
    }
}
