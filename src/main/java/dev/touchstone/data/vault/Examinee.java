package dev.touchstone.data.vault;

import org.jspecify.annotations.Nullable;

/**
 * What is scored on the test rows: a trial or an ensemble of a study.
 *
 * @param trial its number, from 1; null for an ensemble
 * @param ensemble its number, from 1; null for a trial
 */
public record Examinee(@Nullable Integer trial, @Nullable Integer ensemble) {
    /** @throws IllegalArgumentException when it is both or neither */
    public Examinee {
        if ((trial == null) == (ensemble == null)) {
            throw new IllegalArgumentException("expected a trial or an ensemble, found both or neither");
        }
    }

    public static Examinee trial(int number) {
        return new Examinee(number, null);
    }

    public static Examinee ensemble(int number) {
        return new Examinee(null, number);
    }

    /** Such as {@code trial 7}. */
    public String words() {
        return trial == null ? "ensemble " + ensemble : "trial " + trial;
    }
}
