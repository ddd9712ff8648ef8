package dev.touchstone.model;

import dev.touchstone.data.factory.ClassPath;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the {@code model} section of a spec. Whether its references suit is for {@link ParameterCheck} to say. */
public final class ModelSpecReader {
    private static final String NO_LAYERS =
            "missing key 'layers': the layers from the input on, such as dense; the last one"
                    + " is output; or arbiter or dl4j, with JSON of a network, or class";

    private final Problems problems;
    private final List<LayerSpec> layers = new ArrayList<>();
    private final SettingReader settings = new SettingReader();

    private ModelSpecReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * All that can be told of the network; for the rest there is a problem by then.
     *
     * @param classPath where classes of the user's are
     */
    public static ModelSection read(SpecNode.Mapping section, ClassPath classPath, Problems problems) {
        List<String> ways = Stream.of("layers", "arbiter", "dl4j", "class")
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
        } else if (ways.contains("class")) {
            return new ModelSection(new ClassModel(section.text("class").orElse(""), classPath), References.NONE);
        }
        if (section.get("layers").isEmpty() && !problems.touch(section)) {
            problems.add(section.line(), section.pathOf("layers"), NO_LAYERS);
        }
        ModelSpecReader reader = new ModelSpecReader(problems);
        List<SpecNode> nodes = section.get("layers").map(SpecNode::items).orElse(List.of());
        reader.checkOrder(nodes);
        nodes.forEach(node -> node.asMapping().flatMap(reader::layer).ifPresent(reader.layers::add));
        return new ModelSection(new ModelSpec(List.copyOf(reader.layers)), reader.settings.references(section));
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

    private Optional<LayerSpec> layer(SpecNode.Mapping layer) {
        return layer.mapping("dense")
                .flatMap(this::dense)
                .or(() -> layer.mapping("dropout").flatMap(this::dropout))
                .or(() -> layer.mapping("output").map(node -> new OutputReader(node, settings, problems).read()));
    }

    private Optional<LayerSpec> dense(SpecNode.Mapping node) {
        Setting activation = node.get("activation")
                .flatMap(value -> settings.read(value, Requirement.ACTIVATION, value.asText()))
                .orElse(new Setting.Fixed(ActivationFunction.RELU.specName()));
        return node.get("units")
                .flatMap(value -> settings.read(value, Requirement.UNITS, value.asWhole()))
                .map(units -> new LayerSpec.Dense(units, activation));
    }

    private Optional<LayerSpec> dropout(SpecNode.Mapping node) {
        Setting kind = node.get("kind")
                .flatMap(value -> settings.read(value, Requirement.DROPOUT, value.asText()))
                .orElse(LayerSpec.Dropout.STANDARD);
        return node.get("rate")
                .flatMap(value -> settings.read(value, Requirement.SHARE_BELOW_ONE, value.asNumber()))
                .map(rate -> new LayerSpec.Dropout(rate, kind));
    }
}
