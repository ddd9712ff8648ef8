package dev.touchstone.model;

import dev.touchstone.space.Assignment;
import dev.touchstone.spec.SpecName;
import java.util.List;
import java.util.Map;

/** Values of a layer's settings under an assignment; those that it does not give are what is usual. */
record LayerValues(Map<String, List<Setting>> settings, Assignment assignment) {
    Object value(String key, Object usual) {
        return settings.containsKey(key) ? settings.get(key).get(0).in(assignment) : usual;
    }

    int whole(String key, int usual) {
        return ((Number) value(key, usual)).intValue();
    }

    double number(String key, double usual) {
        return ((Number) value(key, usual)).doubleValue();
    }

    List<Integer> wholes(String key, List<Integer> usual) {
        return settings.containsKey(key)
                ? settings.get(key).stream()
                        .map(setting -> ((Number) setting.in(assignment)).intValue())
                        .toList()
                : usual;
    }

    <E extends Enum<E>> E name(String key, Class<E> type, E usual) {
        return SpecName.find(type, value(key, SpecName.of(usual)).toString()).orElseThrow();
    }
}
