package dev.touchstone.diagnosis.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a finding rests on, in the order in which it was put down. */
final class Evidence {
    /** Enough to look up what is meant; a report is no place for thousands. */
    private static final int MOST_EXAMPLES = 20;

    private final Map<String, Object> entries = new LinkedHashMap<>();

    Evidence with(String name, Object value) {
        entries.put(name, value);
        return this;
    }

    /** The first of some row numbers or names. */
    Evidence examples(String name, List<?> all) {
        return with(name, List.copyOf(all.subList(0, Math.min(MOST_EXAMPLES, all.size()))));
    }

    Map<String, Object> entries() {
        return entries;
    }
}
