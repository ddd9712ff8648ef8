package dev.touchstone.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.base.Sha256;
import dev.touchstone.space.Assignment;
import dev.touchstone.spec.Overrides;
import dev.touchstone.spec.Quoted;
import dev.touchstone.spec.SpecNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a spec means: its values and what the command line set on top, whatever their layout and the order of keys. The
 * number of trials is left out, so that a study can be continued with more of them, and so is what findings about the data
 * do, which a study that was begun has behind it, and what experiments on ended trials may cost.
 *
 * @param spec never changed once it is here
 * @param fixed the values that {@code --set} fixed, decoded
 */
public record SpecMeaning(JsonNode spec, Assignment fixed) {
    private static final String SEARCH = "search";

    static SpecMeaning of(SpecNode.Mapping root, Map<String, Object> fixed, Overrides overrides) {
        ObjectNode spec = root.json();
        spec.remove(SEARCH);
        spec.remove(DiagnosisSpecReader.KEY);
        spec.withObject("/data").remove("checks");
        // Put at the end whether or not the file has it, so that a section of trials alone is none.
        ObjectNode search = spec.putObject(SEARCH);
        root.mapping(SEARCH).ifPresent(section -> search.setAll(section.json()));
        search.remove("trials");
        if (overrides.seed() != null) {
            search.put("seed", overrides.seed());
        }
        return new SpecMeaning(spec, new Assignment(fixed));
    }

    /** The meaning as a SHA-256 digest. */
    public String fingerprint() {
        ObjectNode whole = spec.deepCopy();
        whole.put("set", fixed.canonical());
        return new Sha256().add(whole.toString()).hex();
    }

    /** What this spec says otherwise than an earlier one, one line for each place; none when both mean the same. */
    List<String> differencesFrom(SpecMeaning earlier) {
        Map<String, Object> was = earlier.values();
        Map<String, Object> is = values();
        TreeSet<String> places = new TreeSet<>(was.keySet());
        places.addAll(is.keySet());
        List<String> differences = new ArrayList<>();
        for (String place : places) {
            if (!Objects.equals(was.get(place), is.get(place))) {
                differences.add(
                        place + ": was " + shown(was.get(place), "not there") + ", is " + shown(is.get(place), "gone"));
            }
        }
        return differences;
    }

    private static String shown(@Nullable Object value, String absent) {
        return value == null ? absent : Quoted.value(value);
    }

    /** Every value by its place. */
    private Map<String, Object> values() {
        Map<String, Object> values = new TreeMap<>();
        collect("", spec, values);
        if (spec.path(SEARCH).isEmpty()) {
            values.remove(SEARCH); // an empty section that no file needs to have
        }
        fixed.values().forEach((name, value) -> values.put("--set " + name, value));
        return values;
    }

    /** A list is one value unless there are mappings or lists in it, such as layers. */
    private static void collect(String place, JsonNode node, Map<String, Object> values) {
        boolean nests = node.isObject() || holdsContainers(node);
        if (!nests || node.isEmpty()) {
            values.put(place, node.isTextual() ? node.asText() : node);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(place + "[" + i + "]", node.get(i), values);
            }
        } else {
            String prefix = place.isEmpty() ? "" : place + ".";
            node.properties().forEach(field -> collect(prefix + field.getKey(), field.getValue(), values));
        }
    }

    private static boolean holdsContainers(JsonNode list) {
        for (JsonNode element : list) {
            if (element.isContainerNode()) {
                return true;
            }
        }
        return false;
    }
}
