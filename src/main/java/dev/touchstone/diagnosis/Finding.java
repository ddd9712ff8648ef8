package dev.touchstone.diagnosis;

import java.util.Map;

/**
 * One diagnosed fact.
 *
 * @param code kebab-case, from a closed vocabulary
 * @param cause the likely cause, in a sentence
 * @param confirmed whether an experiment confirmed the cause
 * @param evidence numbers by name
 * @param remedy what to change, in a sentence
 */
public record Finding(
        String code, Severity severity, String cause, boolean confirmed, Map<String, Object> evidence, String remedy) {}
