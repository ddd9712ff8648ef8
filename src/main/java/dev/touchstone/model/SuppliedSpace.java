package dev.touchstone.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.base.Json;
import dev.touchstone.base.UserError;
import dev.touchstone.data.factory.ClassPath;
import dev.touchstone.data.factory.UserSupplier;
import dev.touchstone.spec.OneLine;
import java.util.Optional;
import org.deeplearning4j.arbiter.BaseNetworkSpace;

/**
 * A class of the user's that supplies an Arbiter space, a {@code Supplier<MultiLayerSpace>} or one of a
 * {@code ComputationGraphSpace}. What varies in it must be known before there is a trial, so it is asked once, and from then
 * on the space is JSON.
 *
 * @param className in full
 */
public record SuppliedSpace(String className, ClassPath classPath) {
    /**
     * The space as its JSON; nothing when nothing says where the class is from, or it is no supplier.
     *
     * @throws UserError when the class is missing, its code throws, or it supplies something else
     */
    public Optional<JsonNode> json() {
        return classPath.entries().isEmpty()
                ? Optional.empty()
                : new UserSupplier("model: class", className, classPath).get().map(this::json);
    }

    private JsonNode json(Object made) {
        if (!(made instanceof BaseNetworkSpace<?> space)) {
            throw new UserError(className + ": get() gave a " + made.getClass().getName()
                    + ", expected a MultiLayerSpace or a ComputationGraphSpace of Arbiter");
        }
        try {
            return Json.tree(space.toJson());
        } catch (RuntimeException e) {
            throw new UserError(OneLine.of(className + ": Arbiter makes no JSON of the space: " + e.getMessage()), e);
        }
    }
}
