package dev.touchstone.study;

import dev.touchstone.data.DataSpecReader;
import dev.touchstone.spec.Problems;
import dev.touchstone.spec.SpecNode;
import dev.touchstone.spec.SpecWriter;
import dev.touchstone.spec.YamlReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A spec as others may have it: the same study on shared data, and nothing of where the data were. */
record SharedSpec(ReadSpec read) {
    private static final String DATA = "data";
    private static final String SOURCE = "source";

    /** @param dataFile name of the shared data beside the spec */
    String text(String dataFile) {
        SpecNode.Mapping root =
                YamlReader.read(read.text(), new Problems(Path.of(read.spec().study() + ".yaml")));
        SpecNode.Mapping data = root.section(DATA);
        Map<String, SpecNode> kept = new LinkedHashMap<>(data.children());
        kept.keySet().retainAll(DataSpecReader.KEPT_WITH_SHARED);
        kept.put(SOURCE, mapping(data, Map.of("shared", new SpecNode.Scalar(data.line(), SOURCE, dataFile))));
        Map<String, SpecNode> sections = new LinkedHashMap<>();
        // A file may go by its name, which is the study's then; moved, it must not change it.
        sections.put(
                "study", new SpecNode.Scalar(root.line(), "study", read.spec().study()));
        sections.putAll(root.children());
        sections.put(DATA, mapping(data, kept));
        return SpecWriter.write(mapping(root, sections));
    }

    private static SpecNode.Mapping mapping(SpecNode.Mapping like, Map<String, SpecNode> children) {
        return new SpecNode.Mapping(like.line(), like.path(), children);
    }
}
