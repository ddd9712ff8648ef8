package dev.touchstone.model.augmentation;

import dev.touchstone.data.augmentation.Augmentation;
import dev.touchstone.data.augmentation.RowLayout;
import dev.touchstone.model.Setting;
import dev.touchstone.space.Assignment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One entry of the {@code augmentation} section.
 *
 * @param settings those that the entry gives, by key
 */
public record AugmentationStep(AugmentationKind kind, Map<String, Setting> settings) {
    /** Whether it changes features only, so that the label is meant to stay right. */
    public boolean keepsTargets() {
        return kind != AugmentationKind.MIXUP && kind != AugmentationKind.LABEL_SMOOTHING;
    }

    /** How it changes batches under an assignment. */
    public Augmentation in(Assignment assignment, RowLayout layout) {
        return kind.make(new Strengths(strengths(assignment)), layout);
    }

    /** Its kind and strengths under an assignment, such as {@code rotation (degrees 15)}. */
    public String words(Assignment assignment) {
        return words(strengths(assignment));
    }

    /** Its kind and settings, such as {@code rotation (degrees $degrees)}. */
    String words() {
        Map<String, Object> written = new LinkedHashMap<>();
        settings.forEach((key, setting) -> written.put(key, setting.words()));
        return words(written);
    }

    private String words(Map<String, ?> values) {
        return kind.specName()
                + values.entrySet().stream()
                        .map(value -> value.getKey() + " " + value.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private Map<String, Number> strengths(Assignment assignment) {
        Map<String, Number> strengths = new LinkedHashMap<>();
        settings.forEach((key, setting) -> strengths.put(key, (Number) setting.in(assignment)));
        return strengths;
    }
}
