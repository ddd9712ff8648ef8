package dev.touchstone.data;

import dev.touchstone.spec.SpecNode;

/**
 * A column of the source by its name in the spec.
 *
 * @param where the key that names it, for messages: {@code data.split.group on line 5 of the spec}
 */
public record SpecColumn(String name, String where) {
    /** A column that the value of a key names. */
    static SpecColumn at(String name, SpecNode key) {
        return new SpecColumn(name, key.path() + " on line " + key.line() + " of the spec");
    }
}
