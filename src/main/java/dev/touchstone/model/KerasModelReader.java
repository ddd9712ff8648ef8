package dev.touchstone.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what was made of a file of Keras. Loads nothing of DL4J. */
final class KerasModelReader {
    private KerasModelReader() {}

    /** The section that is written in one place, {@code keras}. */
    static ModelSection read(SpecNode.Mapping section, Problems problems) {
        SpecNode node = section.at(KerasModel.KEY);
        JsonNode made = node.json();
        List<Integer> rows = new ArrayList<>();
        made.path(KerasModel.ROWS).forEach(size -> rows.add(size.asInt()));
        Optional<LossFunction> loss =
                LossFunction.named(made.path(KerasModel.LOSS).asText());
        JsonNode network = made.path(KerasModel.NETWORK);
        if (rows.isEmpty() || (loss.isEmpty() && made.has(KerasModel.LOSS))) {
            problems.add(node, "expected the path of a file that Keras wrote, or what Touchstone made of it");
        }
        Dl4jModelReader.check(network, node, problems);
        return new ModelSection(
                new KerasModel(
                        rows, loss.orElse(null), made.path(KerasModel.DELTA).asDouble(1), network),
                References.NONE);
    }
}
