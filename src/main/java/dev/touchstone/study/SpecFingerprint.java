package dev.touchstone.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.base.Sha256;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.Overrides;
import dev.touchstone.spec.SpecNode;
import java.util.Map;

/**
 * What a spec means as a digest: its values and what the command line set on top, whatever their layout and the order
 * of keys. The number of trials is left out, so that a study can be continued with more of them.
 */
final class SpecFingerprint {
    private SpecFingerprint() {}

    /** @param fixed the values that {@code --set} fixed, decoded */
    static String of(SpecNode.Mapping root, Map<String, Object> fixed, Overrides overrides) {
        ObjectNode meaning = root.json();
        meaning.remove("search");
        // Put at the end whether or not the file has it, so that a section of trials alone is none.
        ObjectNode search = meaning.putObject("search");
        root.mapping("search").ifPresent(section -> search.setAll(section.json()));
        search.remove("trials");
        if (overrides.seed() != null) {
            search.put("seed", overrides.seed());
        }
        meaning.put("set", new Assignment(fixed).canonical());
        return new Sha256().add(meaning.toString()).hex();
    }
}
