package dev.touchstone.training;

import dev.touchstone.model.NetworkConfiguration;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network that DL4J trains, with one input and one output. */
interface Network {
    /** Makes a network and draws its parameters. */
    static Network of(NetworkConfiguration configuration) {
        return configuration instanceof NetworkConfiguration.Chain chain
                ? new ChainNetwork(chain.chain())
                : new GraphNetwork(((NetworkConfiguration.Graph) configuration).graph());
    }

    /** What both kinds have in common: parameters, gradient and score. */
    Model model();

    /** Null for an optimiser without. */
    @Nullable
    INDArray optimiserState();

    /** All that it holds of native memory as long as it lives. */
    List<INDArray> kept();

    void fit(INDArray features, INDArray labels);

    /** What regularisation adds to the score. */
    double penalty();

    /** As in inference. */
    INDArray output(INDArray features);

    /** As in training: with dropout, and normalised by what these rows have in common. */
    INDArray outputAsInTraining(INDArray features);

    /** Width of the output. */
    int outputs();

    /** Steps taken. */
    int iterations();

    void setIterations(int iterations);

    /** Each after those that it takes its input from; the output is the last. */
    List<NamedLayer> layers();

    /**
     * A layer.
     *
     * @param name of its place, unique, which the names of its gradients begin with
     * @param inputs names of what it takes, in {@link #activations}; none when it takes the rows
     */
    record NamedLayer(String name, List<String> inputs, Layer layer) {}

    /** What layers, and whatever else a network is made of, give for rows as in inference, by their names. */
    Map<String, INDArray> activations(INDArray features);

    /** Makes the model's gradient and score without a step. */
    void computeGradient(INDArray features, INDArray labels);

    /** Lets go of rows, and of nothing else. */
    void forgetRows();
}
