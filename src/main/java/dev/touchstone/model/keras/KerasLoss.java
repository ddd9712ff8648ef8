package dev.touchstone.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.model.LossFunction;
import dev.touchstone.spec.Quoted;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The loss that a model was compiled with.
 *
 * @param function null where it was not compiled
 * @param delta of Huber's loss
 * @param fromLogits whether the loss applies the activation that the output lacks
 */
record KerasLoss(@Nullable LossFunction function, double delta, boolean fromLogits) {
    private static final KerasLoss NONE = new KerasLoss(null, 1, false);

    /** By what is left of any way Keras has to write them. Sparse ones differ in how labels are written alone. */
    private static final Map<String, LossFunction> KNOWN = Map.ofEntries(
            Map.entry("categoricalcrossentropy", LossFunction.CROSS_ENTROPY),
            Map.entry("sparsecategoricalcrossentropy", LossFunction.CROSS_ENTROPY),
            Map.entry("binarycrossentropy", LossFunction.BINARY_CROSS_ENTROPY),
            Map.entry("mse", LossFunction.MSE),
            Map.entry("meansquarederror", LossFunction.MSE),
            Map.entry("mae", LossFunction.MAE),
            Map.entry("meanabsoluteerror", LossFunction.MAE),
            Map.entry("huber", LossFunction.HUBER),
            Map.entry("huberloss", LossFunction.HUBER),
            Map.entry("poisson", LossFunction.POISSON));

    /** @throws KerasProblem when it is another loss than Touchstone's */
    static KerasLoss of(JsonNode training) {
        JsonNode stated = training.path("loss");
        // One output may have its loss in a list or by its name.
        if (stated.size() == 1 && !stated.has("class_name")) {
            stated = stated.iterator().next();
        }
        if (stated.isMissingNode() || stated.isNull() || (stated.isEmpty() && stated.isContainerNode())) {
            return NONE;
        }
        String name =
                stated.isTextual() ? stated.asText() : stated.path("class_name").asText();
        JsonNode config = stated.path("config");
        LossFunction function = KNOWN.get(name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT));
        if (function == null) {
            throw new KerasProblem("was compiled with the loss " + Quoted.of(name.isEmpty() ? stated.toString() : name)
                    + ", expected a cross-entropy, mean_squared_error, mean_absolute_error, huber or poisson");
        } else if (config.path("label_smoothing").asDouble() != 0) {
            throw new KerasProblem("was compiled with a label_smoothing of "
                    + config.path("label_smoothing").asText() + ", which DL4J has not; expected 0");
        }
        return new KerasLoss(
                function,
                config.path("delta").asDouble(1),
                config.path("from_logits").asBoolean());
    }

    /** The activation that makes answers of logits, as Keras calls it. */
    String activation() {
        return function == LossFunction.BINARY_CROSS_ENTROPY ? "sigmoid" : "softmax";
    }
}
