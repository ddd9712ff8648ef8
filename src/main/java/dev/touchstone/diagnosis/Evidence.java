package dev.touchstone.diagnosis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a finding rests on, in the order in which it was put down. */
public final class Evidence {
    /** Enough to look up what is meant; a report is no place for thousands. */
    private static final int MOST_EXAMPLES = 20;

    private final Map<String, Object> entries = new LinkedHashMap<>();

    /** Adds an entry. */
    public Evidence with(String name, Object value) {
        entries.put(name, value);
        return this;
    }

    /** The first of some row numbers or names. */
    public Evidence examples(String name, List<?> all) {
        return with(name, List.copyOf(all.subList(0, Math.min(MOST_EXAMPLES, all.size()))));
    }

    /** In the order in which they were added. */
    public Map<String, Object> entries() {
        return entries;
    }
}
