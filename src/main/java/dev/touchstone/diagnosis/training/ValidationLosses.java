package dev.touchstone.diagnosis.training;

import java.util.Arrays;
import java.util.List;

/**
 * What validation rows cost epoch by epoch.
 *
 * @param ofEpochs in their order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ValidationLosses(double[] ofEpochs) {
    static ValidationLosses of(List<EpochFacts> epochs) {
        return new ValidationLosses(
                epochs.stream().mapToDouble(EpochFacts::validationLoss).toArray());
    }

    private int last() {
        return ofEpochs.length - 1;
    }

    private double lowest() {
        return Arrays.stream(ofEpochs).min().orElse(Double.NaN);
    }

    /** Whether the lowest was in the later half: what is learnt of train rows still holds for others. */
    boolean areLowestLate() {
        return Arrays.stream(ofEpochs, 0, ofEpochs.length / 2).noneMatch(loss -> loss == lowest());
    }

    /** Whether there are two or more, and the last is the lowest. */
    boolean endLowest() {
        return last() > 0 && ofEpochs[last()] == lowest();
    }

    /** By what the last of two or more is below the one before. */
    double fallInTheEnd() {
        return ofEpochs[last() - 1] - ofEpochs[last()];
    }

    /** The same as a share of the one before. */
    double shareOfFallInTheEnd() {
        return fallInTheEnd() / ofEpochs[last() - 1];
    }

    /** By what the last of two or more is below that of half of the way. */
    double fallInTheLaterHalf() {
        return ofEpochs[last() / 2] - ofEpochs[last()];
    }
}
