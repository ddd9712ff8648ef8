package dev.touchstone.model;

import dev.touchstone.data.factory.ClassPath;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecNode;
import java.util.List;
import java.util.stream.Stream;

/** Reads the {@code model} section of a spec. Whether its references suit is for {@link ParameterCheck} to say. */
public final class ModelSpecReader {
    private static final String NO_LAYERS =
            "missing key 'layers': the layers from the input on, such as dense; the last one"
                    + " is output; or arbiter or dl4j, with JSON of a network, keras, or class";

    private final Problems problems;

    private ModelSpecReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * All that can be told of the network; for the rest there is a problem by then.
     *
     * @param classPath where classes of the user's are
     */
    public static ModelSection read(SpecNode.Mapping section, ClassPath classPath, Problems problems) {
        List<String> ways = Stream.of("layers", "arbiter", "dl4j", KerasModel.KEY, "class")
                .filter(key -> section.get(key).isPresent())
                .toList();
        if (ways.size() > 1) {
            problems.add(section, "found " + String.join(" and ", ways) + ", expected one of them");
        }
        if (section.get(ArbiterModelReader.LEARNING_RATE).isPresent()
                && !ways.contains("arbiter")
                && !(ways.contains("class") && classPath.entries().isEmpty())) {
            problems.add(
                    section.at(ArbiterModelReader.LEARNING_RATE),
                    "says which parameter of an Arbiter space it is, and there is no such space; remove it");
        }
        if (ways.contains("arbiter")) {
            return ArbiterModelReader.read(section, problems);
        } else if (ways.contains("dl4j")) {
            return Dl4jModelReader.read(section, problems);
        } else if (ways.contains(KerasModel.KEY)) {
            return KerasModelReader.read(section, problems);
        } else if (ways.contains("class")) {
            return new ModelSection(new ClassModel(section.text("class").orElse(""), classPath), References.NONE);
        }
        if (section.get("layers").isEmpty() && !problems.touch(section)) {
            problems.add(section.line(), section.pathOf("layers"), NO_LAYERS);
        }
        List<SpecNode> nodes = section.get("layers").map(SpecNode::items).orElse(List.of());
        new ModelSpecReader(problems).checkOrder(nodes);
        SettingReader settings = new SettingReader();
        LayerReader layers = new LayerReader(settings, problems);
        ModelSpec model = new ModelSpec(
                layers.entries(nodes),
                layers.initialisation(section).orElse(null),
                Corners.NONE,
                RegularisationSpec.NONE);
        return new ModelSection(model, settings.references(section));
    }

    private void checkOrder(List<SpecNode> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            boolean last = i == nodes.size() - 1;
            boolean output = nodes.get(i)
                    .asMapping()
                    .filter(layer -> layer.get("output").isPresent())
                    .isPresent();
            if (output && !last) {
                problems.add(nodes.get(i), "an output layer ends the network, but layers follow; move it to the end");
            } else if (last && !output) {
                problems.add(
                        nodes.get(i),
                        "the last layer must be output, found " + nodes.get(i).describe()
                                + "; add '- output: {loss: cross-entropy, activation: softmax}'");
            }
        }
    }
}
