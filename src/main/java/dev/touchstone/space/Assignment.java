package dev.touchstone.space;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A point of the search space, decoded: hyperparameter names and their values. A parameter whose condition does not
 * hold is absent. It is serialisable only because Arbiter's candidates copy their value in memory that way; nothing here
 * is ever deserialised from outside.
 *
 * @param values numbers ({@link Double} or {@link Integer}), text or booleans, in the space's order
 */
public record Assignment(Map<String, Object> values) implements Serializable {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Assignment {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @JsonValue
    @Override
    public Map<String, Object> values() {
        return values;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /**
     * A value of the assignment.
     *
     * @throws IllegalArgumentException when the name is absent
     */
    public Object value(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the assignment has no '" + name + "'; it has " + values.keySet());
        }
        return value;
    }

    public double number(String name) {
        if (value(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("'" + name + "' is not a number but " + value(name));
    }

    /** This assignment with one value replaced or added. */
    public Assignment with(String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new Assignment(changed);
    }

    /** This assignment without one value. */
    public Assignment without(String name) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.remove(name);
        return new Assignment(changed);
    }

    /** Text that is equal for equal assignments, whatever their order: what duplicates are judged on. */
    public String canonical() {
        return new TreeMap<>(values).toString();
    }
}
