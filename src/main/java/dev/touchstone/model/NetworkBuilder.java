package dev.touchstone.model;

import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Task;
import dev.touchstone.model.layer.LayerSequence;
import dev.touchstone.model.layer.NetworkPlan;
import dev.touchstone.model.layer.RowShape;
import dev.touchstone.model.layer.WeightedLayers;
import dev.touchstone.space.Assignment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Makes a DL4J configuration of a model section under an assignment.
 *
 * @param shape dimensions of a row
 * @param task decides the width of the output, and its loss where the model does not
 */
public record NetworkBuilder(NetworkSpec model, List<Integer> shape, Task task) {
    private static final double ADADELTA_POWER = 1.5;

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
        return configuration(settled(assignment), assignment, rate, regularisation, seed);
    }

    /** The same network and initial parameters without dropout and other regularisation: what must be able to overfit. */
    public NetworkConfiguration plain(Assignment assignment, ISchedule rate, long seed) {
        if (model instanceof GivenSpec given) {
            return given.network(assignment, shape, task).plain(rate, seed);
        }
        return configuration(settled(assignment).withoutDropout(), assignment, rate, Regularisation.NONE, seed);
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

    /** Decoupled weight decay, wherever it is stated; 0 for none. */
    public double weightDecay(Assignment assignment) {
        return model instanceof ModelSpec written
                ? written.regularisation().in(assignment).weightDecay()
                : Hyperparameters.of(assignment).weightDecay();
    }

    /** Variance of the noise in the gradient of a trial's first step; 0 for none. */
    public double gradientNoise(Assignment assignment) {
        return model instanceof ModelSpec written
                ? written.regularisation().value(RegularisationKind.GRADIENT_NOISE, assignment)
                : 0;
    }

    /** What of the network must suit the data; nothing of one that ends in no output layer. */
    public Optional<NetworkTraits> traits(Assignment assignment) {
        return new TraitReader(regularised(assignment, new SteppedRate(), 0), task).read();
    }

    /** Of the optimiser, as Nesterov's has it; 0 for one without, or whose steps do not grow with it. */
    public double momentum(Assignment assignment) {
        return updaters(assignment)
                .flatMap(updater ->
                        updater instanceof Nesterovs with ? Stream.of(with.currentMomentum(0, 0)) : Stream.empty())
                .findFirst()
                .orElse(0.0);
    }

    /**
     * How far the optimiser can get at one rate grows with this power of the number of steps: 1, but for AdaDelta. At steady
     * gradients its mean of squared steps (Zeiler 2012, algorithm 1) grows by the same amount each step, a step with the
     * root of their number, and their sum with the power of 1.5.
     */
    public double distancePower(Assignment assignment) {
        return updaters(assignment).anyMatch(updater -> updater instanceof RatedAdaDelta || updater instanceof AdaDelta)
                ? ADADELTA_POWER
                : 1;
    }

    private Stream<IUpdater> updaters(Assignment assignment) {
        return regularised(assignment, new SteppedRate(), 0)
                .layers()
                .map(NeuralNetConfiguration::getLayer)
                .flatMap(layer ->
                        layer instanceof BaseLayer weighted ? Stream.of(weighted.getIUpdater()) : Stream.empty());
    }

    private LayerSequence settled(Assignment assignment) {
        return ((ModelSpec) model).settled(task, assignment);
    }

    private NetworkConfiguration configuration(
            LayerSequence layers, Assignment assignment, ISchedule rate, Regularisation regularisation, long seed) {
        RowShape input = layers.input(shape);
        LayerSpec.Output output = ((ModelSpec) model).output().orElseThrow();
        NetworkPlan plan = NetworkPlan.of(layers, input, new OutputBuilder(task).output(output, assignment));
        plan.layers().flatMap(WeightedLayers::trained).forEach(regularisation::on);
        NeuralNetConfiguration.Builder training = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(Updater.of(Hyperparameters.of(assignment), rate));
        List<Integer> inputShape =
                input.dimensions().stream().map(Math::toIntExact).toList();
        NetworkConfiguration made = plan.isChain()
                ? new NetworkConfiguration.Chain(plan.chain(training), inputShape)
                : new NetworkConfiguration.Graph(plan.graph(training), inputShape);
        made.layers().forEach(layer -> Updater.follow(layer.getLayer(), updater -> rate));
        return made;
    }
}
