package dev.touchstone.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.data.Task;
import java.util.Optional;

/** Whether the output layer of a network from elsewhere is as wide as the task wants. */
final class OutputWidth {
    private OutputWidth() {}

    /**
     * What is wrong, in a sentence; nothing when all is well, or the network does not say.
     *
     * @param key of the model section
     */
    static Optional<String> misfit(String key, JsonNode outputs, Task task) {
        int wanted = task.answers();
        boolean oneForTwo = wanted == 2 && outputs.asInt() == 1;
        return outputs.isIntegralNumber() && outputs.asInt() != wanted && !oneForTwo
                ? Optional.of("model: " + key + ": the output layer has nOut " + outputs.asInt()
                        + ", and the data are for " + wanted)
                : Optional.empty();
    }
}
