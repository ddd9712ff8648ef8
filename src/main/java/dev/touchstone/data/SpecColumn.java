package dev.touchstone.data;

/**
 * A column of the source by its name in the spec.
 *
 * @param where the key that names it, for messages: {@code data.split.group on line 5 of the spec}
 */
public record SpecColumn(String name, String where) {}
