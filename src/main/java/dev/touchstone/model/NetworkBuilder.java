package dev.touchstone.model;

import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Task;
import dev.touchstone.space.Assignment;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Makes a DL4J configuration of a model section under an assignment.
 *
 * @param shape dimensions of a row
 * @param task decides the width of the output, and its loss where the model does not
 */
public record NetworkBuilder(NetworkSpec model, List<Integer> shape, Task task) {
    /** Of networks that learn from the train rows of the data. */
    public static NetworkBuilder of(NetworkSpec model, PreparedData data) {
        return new NetworkBuilder(model.fittedTo(data.task(), data.train().targets()), data.shape(), data.task());
    }

    /**
     * The network as the trial trains it.
     *
     * @param rate decides the learning rate of every step
     * @param seed decides the initial parameters
     */
    public NetworkConfiguration regularised(Assignment assignment, ISchedule rate, long seed) {
        if (model instanceof GivenSpec given) {
            return given.network(assignment, shape, task).regularised(rate, seed);
        }
        Regularisation regularisation = ((ModelSpec) model).regularisation().in(assignment);
        return configuration(layers(assignment), Hyperparameters.of(assignment), rate, regularisation, seed);
    }

    /** The same network and initial parameters without dropout and other regularisation: what must be able to overfit. */
    public NetworkConfiguration plain(Assignment assignment, ISchedule rate, long seed) {
        if (model instanceof GivenSpec given) {
            return given.network(assignment, shape, task).plain(rate, seed);
        }
        List<Layer> layers = layers(assignment).stream()
                .filter(layer -> !(layer instanceof DropoutLayer))
                .toList();
        return configuration(layers, Hyperparameters.of(assignment), rate, Regularisation.NONE, seed);
    }

    /**
     * Trainable numbers of the network, counted without making it, for it may be too large to be made; the largest
     * {@code long} when there are more.
     */
    public long parameters(Assignment assignment) {
        return (long) regularised(assignment, new SteppedRate(), 0)
                .layers()
                .mapToDouble(layer -> layer.getLayer().initializer().numParams(layer))
                .sum(); // exact in a double up to 9e15, and where a long would overflow it does not
    }

    /** Variance of the noise in the gradient of a trial's first step; 0 for none. */
    public double gradientNoise(Assignment assignment) {
        return model instanceof ModelSpec written
                ? written.regularisation().value(RegularisationKind.GRADIENT_NOISE, assignment)
                : 0;
    }

    /** Of the optimiser, as Nesterov's has it; 0 for one without, or whose steps do not grow with it. */
    public double momentum(Assignment assignment) {
        return regularised(assignment, new SteppedRate(), 0)
                .layers()
                .map(NeuralNetConfiguration::getLayer)
                .filter(layer -> layer instanceof BaseLayer weighted && weighted.getIUpdater() instanceof Nesterovs)
                .findFirst()
                .map(layer -> ((Nesterovs) ((BaseLayer) layer).getIUpdater()).currentMomentum(0, 0))
                .orElse(0.0);
    }

    private List<Layer> layers(Assignment assignment) {
        return new LayerBuilder((ModelSpec) model, task).layers(assignment);
    }

    private NetworkConfiguration configuration(
            List<Layer> layers,
            Hyperparameters hyperparameters,
            ISchedule rate,
            Regularisation regularisation,
            long seed) {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(Updater.of(hyperparameters, rate))
                .list();
        for (Layer layer : layers) {
            regularisation.on(layer);
            list.layer(layer);
        }
        int width = shape.stream().reduce(1, Math::multiplyExact);
        MultiLayerConfiguration chain = list.setInputType(InputType.feedForward(width))
                .validateOutputLayerConfig(false) // loss and activation were checked, or are to be as they are
                .build();
        chain.getConfs().forEach(layer -> Updater.follow(layer.getLayer(), updater -> rate));
        return new NetworkConfiguration.Chain(chain, List.of(width));
    }
}
