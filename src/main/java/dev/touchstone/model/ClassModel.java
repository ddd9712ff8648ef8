package dev.touchstone.model;

import dev.touchstone.base.UserError;
import dev.touchstone.data.Task;
import dev.touchstone.data.factory.ClassPath;
import dev.touchstone.data.factory.UserFunction;
import dev.touchstone.space.Assignment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.arbiter.BaseNetworkSpace;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;

/**
 * Networks that a class of the user's makes, of a trial's assignment, {@code inputs} (the dimensions of a row) and
 * {@code outputs} (how many numbers answer for a row).
 *
 * @param className in full, such as {@code org.example.MyNetwork}
 */
public record ClassModel(String className, ClassPath classPath) implements GivenSpec {
    private static final String KEY = "model: class";
    private static final String INPUTS = "inputs";
    private static final String OUTPUTS = "outputs";

    @Override
    public GivenNetwork network(Assignment assignment, List<Integer> shape, Task task) {
        Map<String, Object> values = new HashMap<>(assignment.values());
        values.put(INPUTS, shape);
        values.put(OUTPUTS, task.answers());
        Object made = new UserFunction(KEY, className, classPath).apply(Map.copyOf(values));
        if (made instanceof MultiLayerConfiguration chain) {
            return new GivenNetwork(NetworkConfiguration.of(chain, shape));
        } else if (made instanceof ComputationGraphConfiguration graph) {
            return new GivenNetwork(NetworkConfiguration.of(graph, shape));
        }
        throw new UserError(className + ": apply() gave "
                + (made == null ? "null" : "a " + made.getClass().getName()) + ", expected a "
                + MultiLayerConfiguration.class.getName() + " or a " + ComputationGraphConfiguration.class.getName()
                + (made instanceof BaseNetworkSpace<?>
                        ? "; a space is for a java.util.function.Supplier to give"
                        : ""));
    }

    @Override
    public void requireClasses() {
        classPath.require(KEY, className);
    }

    /** Only the networks tell. */
    @Override
    public Optional<String> checkTask(Task task) {
        return Optional.empty();
    }

    /** The class may read any value. */
    @Override
    public boolean uses(String hyperparameter) {
        return true;
    }
}
