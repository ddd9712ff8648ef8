package dev.touchstone.model;

import dev.touchstone.model.layer.ActivationFunction;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the entries of a list of layers, and of the lists within it. */
final class LayerReader {
    private static final String LAYERS = "layers";

    private final Problems problems;
    private final SettingReader references;
    private final ExpressionReader settings;

    LayerReader(SettingReader references, Problems problems) {
        this.problems = problems;
        this.references = references;
        this.settings = new ExpressionReader(references, problems);
    }

    /** All entries that could be read. */
    List<LayerEntry> entries(List<SpecNode> nodes) {
        return nodes.stream()
                .flatMap(node -> node.asMapping().stream())
                .flatMap(layer -> layer.children().entrySet().stream())
                .flatMap(layer -> entry(layer.getKey(), layer.getValue()).stream())
                .toList();
    }

    /** The initialisation that a mapping gives, whether it is a layer's or the model's. */
    Optional<Setting> initialisation(SpecNode.Mapping node) {
        return setting(node, "initialisation", Requirement.INITIALISATION);
    }

    private Optional<LayerEntry> entry(String name, SpecNode node) {
        Optional<SpecNode.Mapping> mapping = node.asMapping();
        return layer(name, node)
                .map(layer -> new LayerEntry(
                        layer,
                        problems.place(node),
                        mapping.flatMap(this::initialisation).orElse(null),
                        mapping.flatMap(found -> found.get("frozen"))
                                .flatMap(SpecNode::asFlag)
                                .orElse(false)));
    }

    private Optional<LayerSpec> layer(String name, SpecNode node) {
        SpecNode.Mapping mapping =
                node.asMapping().orElseGet(() -> new SpecNode.Mapping(node.line(), node.path(), Map.of()));
        return switch (name) {
            case "dense" -> dense(mapping);
            case "dropout" -> dropout(mapping);
            case "output" -> node.asMapping().map(found -> new OutputReader(found, references, problems).read());
            case "activation" ->
                settings.read(node, Requirement.ACTIVATION, node.asText())
                        .map(function -> plain(LayerKind.ACTIVATION_ONLY, Map.of("activation", List.of(function))));
            case "repeat" ->
                setting(mapping, "times", Requirement.UNITS)
                        .map(times -> new LayerSpec.Repeat(times, inner(name, mapping)));
            case "residual" -> node.asMapping().map(found -> new LayerSpec.Residual(inner(name, found)));
            case "shared" ->
                setting(mapping, "inputs", Requirement.SEVERAL)
                        .map(inputs -> new LayerSpec.Shared(inputs, inner(name, mapping)));
            default -> kind(name).flatMap(kind -> node.asMapping().map(found -> plain(kind, values(kind, found))));
        };
    }

    private static Optional<LayerKind> kind(String name) {
        return Arrays.stream(LayerKind.values())
                .filter(kind -> kind.specName().equals(name))
                .findFirst();
    }

    private static LayerSpec plain(LayerKind kind, Map<String, List<Setting>> values) {
        return new LayerSpec.Plain(kind, values);
    }

    private List<LayerEntry> inner(String name, SpecNode.Mapping node) {
        List<SpecNode> nodes = node.get(LAYERS).map(SpecNode::items).orElse(List.of());
        for (SpecNode inner : nodes) {
            if (inner.asMapping()
                    .filter(layer -> layer.get("output").isPresent())
                    .isPresent()) {
                problems.add(inner, "an output layer ends the network; it cannot be within " + name);
            }
        }
        return entries(nodes);
    }

    private Optional<LayerSpec> dense(SpecNode.Mapping node) {
        Setting activation = setting(node, "activation", Requirement.ACTIVATION)
                .orElse(new Setting.Fixed(ActivationFunction.RELU.specName()));
        Setting normalised =
                setting(node, "layer-normalisation", Requirement.TRUE_OR_FALSE).orElse(new Setting.Fixed(false));
        return setting(node, "units", Requirement.UNITS)
                .map(units -> new LayerSpec.Dense(units, activation, normalised));
    }

    private Optional<LayerSpec> dropout(SpecNode.Mapping node) {
        Setting kind = setting(node, "kind", Requirement.DROPOUT).orElse(LayerSpec.Dropout.STANDARD);
        return setting(node, "rate", Requirement.SHARE_BELOW_ONE).map(rate -> new LayerSpec.Dropout(rate, kind));
    }

    private Map<String, List<Setting>> values(LayerKind kind, SpecNode.Mapping node) {
        Map<String, List<Setting>> values = new LinkedHashMap<>();
        kind.settings()
                .forEach((key, requirement) -> node.get(key).ifPresent(value -> {
                    List<SpecNode> nodes = value.items().isEmpty() ? List.of(value) : value.items();
                    List<Setting> read = nodes.stream()
                            .flatMap(item -> read(item, requirement).stream())
                            .toList();
                    if (read.size() == nodes.size()) {
                        values.put(key, read);
                    }
                }));
        return values;
    }

    private Optional<Setting> setting(SpecNode.Mapping node, String key, Requirement requirement) {
        return node.get(key).flatMap(value -> read(value, requirement));
    }

    /** A fixed value of the wrong kind is the schema's finding. */
    private Optional<Setting> read(SpecNode node, Requirement requirement) {
        return settings.read(
                node,
                requirement,
                node.asWhole()
                        .<Object>map(whole -> whole)
                        .or(node::asNumber)
                        .or(node::asFlag)
                        .or(node::asText));
    }
}
