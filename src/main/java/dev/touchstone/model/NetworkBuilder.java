package dev.touchstone.model;

import dev.touchstone.data.Task;
import dev.touchstone.space.Assignment;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Makes a DL4J configuration of a model section under an assignment.
 *
 * @param inputs features of a row
 * @param task decides the width of the output, and its loss where the model does not
 */
public record NetworkBuilder(ModelSpec model, int inputs, Task task) {
    /**
     * The network as the trial trains it.
     *
     * @param rate decides the learning rate of every step
     * @param seed decides the initial parameters
     */
    public MultiLayerConfiguration regularised(Assignment assignment, ISchedule rate, long seed) {
        Hyperparameters hyperparameters = Hyperparameters.of(assignment);
        return configuration(layers(assignment), updater(hyperparameters, rate), hyperparameters.weightDecay(), seed);
    }

    /** The same network and initial parameters without dropout and weight decay: what must be able to overfit. */
    public MultiLayerConfiguration plain(Assignment assignment, ISchedule rate, long seed) {
        List<Layer> layers = layers(assignment).stream()
                .filter(layer -> !(layer instanceof DropoutLayer))
                .toList();
        return configuration(layers, updater(Hyperparameters.of(assignment), rate), 0, seed);
    }

    /**
     * Trainable numbers of the network, counted without making it, for it may be too large to be made; the largest
     * {@code long} when there are more.
     */
    public long parameters(Assignment assignment) {
        return (long) regularised(assignment, new SteppedRate(), 0).getConfs().stream()
                .mapToDouble(layer -> layer.getLayer().initializer().numParams(layer))
                .sum(); // exact in a double up to 9e15, and where a long would overflow it does not
    }

    private MultiLayerConfiguration configuration(List<Layer> layers, IUpdater updater, double weightDecay, long seed) {
        NeuralNetConfiguration.ListBuilder list =
                new NeuralNetConfiguration.Builder().seed(seed).updater(updater).list();
        for (Layer layer : layers) {
            if (weightDecay > 0 && layer instanceof BaseLayer weighted) {
                // Layer by layer: what its builder is told for all layers, DL4J gives to each of them twice.
                weighted.setRegularization(new ArrayList<>(List.of(new WeightDecay(weightDecay, true))));
            }
            list.layer(layer);
        }
        return list.setInputType(InputType.feedForward(inputs)).build();
    }

    private List<Layer> layers(Assignment assignment) {
        List<Layer> layers = new ArrayList<>();
        for (LayerSpec layer : model.layers()) {
            if (layer instanceof LayerSpec.Dense dense) {
                layers.add(dense(dense, assignment));
            } else if (layer instanceof LayerSpec.Dropout dropout) {
                double rate = ((Number) dropout.rate().in(assignment)).doubleValue();
                if (rate > 0) {
                    layers.add(new DropoutLayer(1 - rate)); // DL4J wants the share that is kept
                }
            } else if (layer instanceof LayerSpec.Output output) {
                layers.add(output(output));
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
                .activation(activation(activation))
                .weightInit(initialisation(activation))
                .build();
    }

    private Layer output(LayerSpec.Output output) {
        LossFunction loss = output.loss(task);
        return new OutputLayer.Builder(loss(loss))
                .nOut(isOneForTwo(loss) ? 1 : task.answers())
                .activation(activation(loss.activation()))
                .weightInit(initialisation(loss.activation()))
                .build();
    }

    /** Two classes need one probability: that of the second. */
    private boolean isOneForTwo(LossFunction loss) {
        return loss == LossFunction.BINARY_CROSS_ENTROPY && task instanceof Task.Classification && task.answers() == 2;
    }

    private static LossFunctions.LossFunction loss(LossFunction loss) {
        return switch (loss) {
            case CROSS_ENTROPY -> LossFunctions.LossFunction.MCXENT;
            case BINARY_CROSS_ENTROPY -> LossFunctions.LossFunction.XENT;
            case MSE -> LossFunctions.LossFunction.MSE;
        };
    }

    private static Activation activation(ActivationFunction activation) {
        return switch (activation) {
            case LEAKY_RELU -> Activation.LEAKYRELU;
            default -> Activation.valueOf(activation.name());
        };
    }

    /** He et al. (2015) for rectifiers, Klambauer et al. (2017) for SELU, Glorot and Bengio (2010) for the rest. */
    private static WeightInit initialisation(ActivationFunction activation) {
        return switch (activation) {
            case RELU, LEAKY_RELU, ELU, GELU, SWISH, SOFTPLUS -> WeightInit.RELU;
            case SELU -> WeightInit.LECUN_NORMAL;
            case TANH, SIGMOID, SOFTMAX, IDENTITY -> WeightInit.XAVIER;
        };
    }

    private static IUpdater updater(Hyperparameters hyperparameters, ISchedule rate) {
        return switch (hyperparameters.optimiser()) {
            case SGD -> new Sgd(rate);
            case NESTEROVS -> new Nesterovs(rate, hyperparameters.momentum());
            case ADAM -> new Adam(rate);
        };
    }
}
