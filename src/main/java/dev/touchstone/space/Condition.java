package dev.touchstone.space;

import java.util.List;

/**
 * When a parameter is active: another parameter is active and has one of some values.
 *
 * @param parameter a parameter listed earlier in the space
 * @param values as the other parameter decodes them
 */
public record Condition(String parameter, List<Object> values) {}
