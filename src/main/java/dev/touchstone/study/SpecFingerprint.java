package dev.touchstone.study;

import dev.touchstone.base.Json;
import dev.touchstone.base.Sha256;
import dev.touchstone.spec.Overrides;
import dev.touchstone.spec.SpecNode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a spec means as a digest: its values and what the command line set on top, whatever their layout and the order
 * of keys. The number of trials is left out, so that a study can be continued with more of them.
 */
final class SpecFingerprint {
    private SpecFingerprint() {}

    /** @param fixed the values that {@code --set} fixed, decoded */
    static String of(SpecNode.Mapping root, Map<String, Object> fixed, Overrides overrides) {
        Map<String, @Nullable Object> meaning = root.plain();
        Map<String, @Nullable Object> search =
                root.mapping("search").map(SpecNode.Mapping::plain).orElseGet(TreeMap::new);
        search.remove("trials");
        if (overrides.seed() != null) {
            search.put("seed", overrides.seed());
        }
        meaning.put("search", search);
        meaning.put("set", new TreeMap<>(fixed));
        return new Sha256().add(Json.write(meaning)).hex();
    }
}
