package dev.touchstone.model;

import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import dev.touchstone.data.factory.ClassPath;
import dev.touchstone.space.SearchSpace;
import java.util.Optional;

/** What the {@code model} section of a spec says of the network. */
public sealed interface NetworkSpec permits ModelSpec, GivenSpec {
    /**
     * Whether the output suits the task, which only the data tell, whatever trials of a space it may have.
     *
     * @param train targets of the train split
     * @return what is wrong, in a sentence; nothing when all is well
     */
    Optional<String> check(Task task, Targets train, SearchSpace space);

    /** This network with what follows from the targets of the train split, such as the weights of classes. */
    default NetworkSpec fittedTo(Task task, Targets train) {
        return this;
    }

    /**
     * Whether all networks of the space can take the rows, before any is made.
     *
     * @return what is wrong and where, in a sentence; nothing when all is well, or only the networks tell
     */
    default Optional<String> checkRows(PreparedData data) {
        return Optional.empty();
    }

    /** Where the classes are that its networks are made of, beside Touchstone's and DL4J's own. */
    default ClassPath classPath() {
        return ClassPath.NONE;
    }

    /** @throws dev.touchstone.base.UserError when nothing says where these classes are */
    default void requireClasses() {}

    /** With another regularisation, unless it brings its own. */
    NetworkSpec regularisedBy(RegularisationSpec spec);

    /** Whether a dropout layer was put into it whose rate is for a study's own search to say. */
    default boolean takesAddedDropout() {
        return false;
    }

    /** Whether networks depend on a hyperparameter that is known by name. */
    boolean uses(String hyperparameter);
}
