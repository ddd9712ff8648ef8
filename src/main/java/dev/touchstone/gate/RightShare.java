package dev.touchstone.gate;

import dev.touchstone.data.Targets;
import dev.touchstone.metric.Metric;
import dev.touchstone.metric.Predictions;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A share of right answers.
 *
 * @param guessed what is reached without a look at the rows
 * @param error standard error of what is guessed
 */
record RightShare(double value, double guessed, double error) {
    /** Short runs are looked at several times, and a trial has several of them. */
    static final double STANDARD_ERRORS = 3;

    /** Of all rows; guessed is the commonest class. */
    static RightShare ofRows(Predictions predictions, Targets.Classes classes) {
        double rows = classes.count();
        double guessed = Arrays.stream(counts(classes)).max().orElse(0) / rows;
        return new RightShare(
                Metric.ACCURACY.value(predictions, classes), guessed, Math.sqrt(guessed * (1 - guessed) / rows));
    }

    /** The mean of the classes' own shares: where one class is common, others are learnt before there are more right rows. */
    static RightShare ofClasses(Predictions predictions, Targets.Classes classes) {
        long[] counts = counts(classes);
        double guessed = 1.0 / counts.length;
        double variances = Arrays.stream(counts)
                .mapToDouble(count -> guessed * (1 - guessed) / count)
                .sum();
        return new RightShare(
                Metric.BALANCED_ACCURACY.value(predictions, classes), guessed, Math.sqrt(variances) / counts.length);
    }

    private static long[] counts(Targets.Classes classes) {
        return Arrays.stream(classes.labels())
                .boxed()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    /** Whether it is better than guessing and than before, beyond noise. */
    boolean isBeyond(RightShare before) {
        return isBeyond(Math.max(guessed, before.value));
    }

    /** Whether it is better than guessing, beyond noise. */
    boolean isBeyondGuessing() {
        return isBeyond(guessed);
    }

    private boolean isBeyond(double share) {
        return value > share + STANDARD_ERRORS * error;
    }
}
