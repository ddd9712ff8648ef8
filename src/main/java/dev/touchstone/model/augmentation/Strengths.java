package dev.touchstone.model.augmentation;

import java.util.Map;

/** Values of an augmentation's settings under an assignment; a setting that is not given is 0, which does nothing. */
record Strengths(Map<String, Number> values) {
    double number(String setting) {
        return values.getOrDefault(setting, 0).doubleValue();
    }

    int whole(String setting) {
        return values.getOrDefault(setting, 0).intValue();
    }
}
