package dev.touchstone.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecNode;

/** Reads a configuration of DL4J's own. Loads nothing of it. */
final class Dl4jModelReader {
    private Dl4jModelReader() {}

    /** The section that is written in one place, {@code dl4j}. */
    static ModelSection read(SpecNode.Mapping section, Problems problems) {
        SpecNode node = section.at("dl4j");
        JsonNode configuration = node.json();
        check(configuration, node, problems);
        return new ModelSection(new Dl4jModel(configuration), References.NONE);
    }

    /** Tells what is wrong with a configuration at a place of the spec. */
    static void check(JsonNode configuration, SpecNode node, Problems problems) {
        boolean isGraph = configuration.path(Dl4jModel.GRAPH).isObject();
        if (!isGraph && configuration.path(Dl4jModel.CHAIN).isEmpty()) {
            problems.add(
                    node,
                    "expected what toJson() of a MultiLayerConfiguration or a ComputationGraphConfiguration gives");
        } else {
            KnownClasses.flawWithin(configuration).ifPresent(flaw -> problems.add(node, flaw));
        }
        for (String ends : new String[] {"networkInputs", "networkOutputs"}) {
            if (isGraph && configuration.path(ends).size() != 1) {
                problems.add(node, "found " + configuration.path(ends).size() + " " + ends + ", expected one");
            }
        }
    }
}
