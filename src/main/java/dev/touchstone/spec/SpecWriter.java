package dev.touchstone.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;

/** Writes a spec's values as YAML that {@link YamlReader} reads as the same values, in the order of its keys. */
public final class SpecWriter {
    private static final int WIDTH = 100;

    private SpecWriter() {}

    /** The spec's text; comments are not kept. */
    public static String write(SpecNode.Mapping spec) {
        DumperOptions options = new DumperOptions();
        options.setWidth(WIDTH);
        Yaml yaml = new Yaml(
                new SafeConstructor(new LoaderOptions()),
                new Representer(options),
                options,
                new LoaderOptions(),
                new ScalarTags());
        return yaml.dump(plain(spec));
    }

    private static @Nullable Object plain(SpecNode node) {
        if (node instanceof SpecNode.Mapping mapping) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            mapping.children().forEach((key, child) -> values.put(key, plain(child)));
            return values;
        } else if (node instanceof SpecNode.Sequence sequence) {
            List<@Nullable Object> values = new ArrayList<>();
            sequence.elements().forEach(element -> values.add(plain(element)));
            return values;
        }
        return ((SpecNode.Scalar) node).value();
    }
}
