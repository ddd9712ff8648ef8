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
        String code, Severity severity, String cause, boolean confirmed, Map<String, Object> evidence, String remedy) {
    /** Name of the evidence that is pictures: a list of PNG files as data URIs. */
    public static final String PICTURES = "pictures";

    /** Name of the evidence that says what each picture shows. */
    public static final String CAPTIONS = "captions";

    /** Whether an entry of the evidence is about pictures, and means nothing without them. */
    public static boolean isPictorial(String evidence) {
        return evidence.equals(PICTURES) || evidence.equals(CAPTIONS);
    }
}
