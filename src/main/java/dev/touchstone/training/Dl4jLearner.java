package dev.touchstone.training;

import dev.touchstone.data.Rows;
import dev.touchstone.data.Task;
import dev.touchstone.metric.Predictions;
import dev.touchstone.model.NetworkConfiguration;
import dev.touchstone.model.SteppedRate;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.MemoryWorkspaceManager;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One trial's network, trained by DL4J itself. Batches go through arrays that are kept between steps, so a step leaves
 * no native memory behind.
 */
public final class Dl4jLearner implements Learner {
    /** What rows take of native memory at once, in floats: 4 MB, as little as a small network and its libraries notice. */
    private static final int NUMBERS_AT_ONCE = 1 << 20;

    /** ND4J takes 0 for the time of day. */
    private static final long SEED_FOR_ZERO = Long.MIN_VALUE;

    private final Network network;
    private final SteppedRate rate;
    private final BatchArrays batches;
    private final Task task;
    private final boolean regularised;
    private final GradientRules rules;
    private final @Nullable StepGradient gradient;

    /** A learner that leaves gradients as they are. */
    public Dl4jLearner(NetworkConfiguration configuration, SteppedRate rate, Task task) {
        this(configuration, rate, task, GradientRules.NONE);
    }

    /**
     * @param configuration whose updaters follow the rate
     * @param rate set before each step
     * @param task that the network answers for, in the unit that it learns
     * @param rules what each step does with the gradient
     * @throws RuntimeException of DL4J when the configuration does not make a network
     */
    public Dl4jLearner(NetworkConfiguration configuration, SteppedRate rate, Task task, GradientRules rules) {
        this.network = Network.of(configuration);
        this.rate = rate;
        this.task = task;
        this.batches = new BatchArrays(configuration.inputShape(), network.outputs(), task);
        this.regularised = network.penalty() != 0;
        this.rules = rules;
        this.gradient = rules.leaveItAsItIs() ? null : new StepGradient(network, rules);
    }

    @Override
    public int members() {
        return 1;
    }

    @Override
    public long parameters() {
        return network.model().numParams();
    }

    @Override
    public int outputs() {
        return batches.outputs();
    }

    @Override
    public double unit() {
        return task instanceof Task.Regression regression ? regression.deviation() : 1;
    }

    @Override
    public double[] step(List<Step> steps) {
        Step step = steps.get(0);
        rate.set(step.learningRate());
        Nd4j.getRandom().setSeed(step.seed() == 0 ? SEED_FOR_ZERO : step.seed());
        double penalty = regularised ? network.penalty() : 0;
        return new double[] {learn(step.batch()) - penalty};
    }

    /** A step on rows, part by part where they are more than may be at once; gives the score before it. */
    private double learn(Rows rows) {
        double score = 0;
        int from = 0;
        for (; rows.count() - from > rules.rowsAtOnce(); from += rules.rowsAtOnce()) {
            Rows part = rows.range(from, from + rules.rowsAtOnce());
            network.computeGradient(batches.features(part), batches.labels(part));
            Objects.requireNonNull(gradient).keep((double) part.count() / rows.count());
            score += network.model().score() * part.count() / rows.count();
        }
        Rows rest = from == 0 ? rows : rows.range(from, rows.count());
        network.fit(batches.features(rest), batches.labels(rest));
        return score + network.model().score() * rest.count() / rows.count();
    }

    @Override
    public Predictions answer(int member, Rows rows) {
        FloatBuffer numbers = FloatBuffer.allocate(rows.count() * task.answers());
        int most = Math.max(1, NUMBERS_AT_ONCE / rows.width());
        for (int from = 0; from < rows.count(); from += most) {
            numbers.put(answers(rows.range(from, Math.min(rows.count(), from + most))));
        }
        return new Predictions(task.answers(), numbers.array());
    }

    @Override
    public Predictions answerAsABatch(int member, Rows rows) {
        INDArray features = batches.features(rows);
        float[] numbers = new WithoutDropout(network).give(() -> {
            try (INDArray output = network.outputAsInTraining(features)) {
                return answers(output);
            }
        });
        return new Predictions(task.answers(), numbers);
    }

    private float[] answers(Rows rows) {
        try (INDArray output = network.output(batches.features(rows))) {
            return answers(output);
        }
    }

    private float[] answers(INDArray output) {
        float[] values = output.ordering() == 'c'
                ? output.data().asFloat()
                : output.dup('c').data().asFloat();
        return new Answers(task).of(values, Math.toIntExact(output.size(1)));
    }

    @Override
    public NetworkSignals inspect(int member, Rows rows) {
        return inspector().inspect(rows);
    }

    @Override
    public NoiseScale noise(int member, Rows rows) {
        return inspector().noise(rows);
    }

    @Override
    public List<LayerChange> changes(int member) {
        return inspector().changes();
    }

    private NetworkInspector inspector() {
        return new NetworkInspector(network, batches, task);
    }

    @Override
    public double clipped(int member) {
        return gradient == null ? 0 : gradient.clipped();
    }

    @Override
    public boolean isFinite(int member) {
        // The sum of squares is finite only when all terms are; one native pass over the parameters.
        return Double.isFinite(network.model().params().norm2Number().doubleValue());
    }

    @Override
    public void settle(int member, Rows rows) {
        new BatchStatistics(network, batches).measure(rows);
    }

    @Override
    public LearnerState save(int member) {
        INDArray optimiser = network.optimiserState();
        return new LearnerState(
                floats(network.model().params()),
                optimiser == null ? new float[0] : floats(optimiser),
                network.iterations());
    }

    private static float[] floats(INDArray array) {
        float[] values = new float[Math.toIntExact(array.length())];
        pointer(array).get(values);
        return values;
    }

    @Override
    public void restore(int member, LearnerState state) {
        INDArray optimiser = network.optimiserState();
        if (network.model().numParams() != state.parameters().length
                || (optimiser == null ? 0 : optimiser.length()) != state.optimiser().length) {
            throw new IllegalArgumentException("a checkpoint of " + state.parameters().length + " parameters and "
                    + state.optimiser().length + " optimiser numbers does not fit a network of "
                    + network.model().numParams() + " parameters");
        }
        pointer(network.model().params()).put(state.parameters());
        if (optimiser != null) {
            pointer(optimiser).put(state.optimiser());
        }
        network.setIterations(state.iterations());
    }

    /** DL4J keeps a network's parameters, and its updater's state, in one contiguous row each. */
    private static FloatPointer pointer(INDArray array) {
        return new FloatPointer(array.data().addressPointer());
    }

    /**
     * Gives back what the network holds. DL4J's own {@code close} does the same and collects the whole heap twice; with
     * the dozen networks that the gates of a small trial build, that was a third of the trial's time (measured on digits).
     */
    @Override
    public void close() {
        network.kept().stream().filter(INDArray::closeable).forEach(INDArray::close);
        MemoryWorkspaceManager workspaces = Nd4j.getWorkspaceManager();
        for (MemoryWorkspace workspace : List.copyOf(workspaces.getAllWorkspacesForCurrentThread())) {
            workspaces.destroyWorkspace(workspace);
        }
        batches.close();
    }
}
