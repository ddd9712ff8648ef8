package dev.touchstone.model;

import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import dev.touchstone.space.Assignment;
import dev.touchstone.space.SearchSpace;
import java.util.List;
import java.util.Optional;

/**
 * A network that is not written layer by layer. It brings its optimiser and its regularisation along, so that of the
 * hyperparameters known by name only those of the training itself are left.
 */
public sealed interface GivenSpec extends NetworkSpec permits ArbiterModel, Dl4jModel, KerasModel, ClassModel {
    /**
     * The network of an assignment, made anew.
     *
     * @param shape dimensions of a row
     * @throws dev.touchstone.base.UserError when it makes none
     */
    GivenNetwork network(Assignment assignment, List<Integer> shape, Task task);

    /** The same: it brings its own. */
    @Override
    default NetworkSpec regularisedBy(RegularisationSpec spec) {
        return this;
    }

    /**
     * Whether the output suits the task, as far as the network says.
     *
     * @return what is wrong, in a sentence; nothing when all is well
     */
    Optional<String> checkTask(Task task);

    @Override
    default Optional<String> check(Task task, Targets train, SearchSpace space) {
        return checkTask(task);
    }

    @Override
    default boolean uses(String hyperparameter) {
        return hyperparameter.equals(Hyperparameters.LEARNING_RATE)
                || hyperparameter.equals(Hyperparameters.BATCH_SIZE);
    }
}
