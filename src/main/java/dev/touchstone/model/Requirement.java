package dev.touchstone.model;

import dev.touchstone.space.Domain;
import dev.touchstone.spec.SpecName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a value must be at the place that uses it.
 *
 * @param words for a message after {@code expected}
 * @param names the allowed values when they are names, else none
 * @param accepts whether a value of an assignment suits; numbers by interval, so that a range suits when its ends do
 */
public record Requirement(String words, List<String> names, Predicate<Object> accepts) {
    public static final Requirement UNITS = whole("a whole number from 1", 1);
    static final Requirement ACTIVATION = name(ActivationFunction.class);
    static final Requirement DROPOUT = name(DropoutKind.class);
    public static final Requirement SHARE_BELOW_ONE =
            number("a number from 0 up to below 1", value -> value >= 0 && value < 1);

    public static final Requirement SHARE = number("a number from 0 up to 1", value -> value >= 0 && value <= 1);
    public static final Requirement FACTOR = number("a number above 0 up to 1", value -> value > 0 && value <= 1);
    public static final Requirement POSITIVE = number("a number above 0", value -> value > 0);
    public static final Requirement NOT_NEGATIVE = number("a number from 0", value -> value >= 0);
    public static final Requirement COUNT = whole("a whole number from 0", 0);

    private static final Map<String, Requirement> OF_HYPERPARAMETERS = Map.of(
            Hyperparameters.LEARNING_RATE, POSITIVE,
            Hyperparameters.BATCH_SIZE, UNITS,
            Hyperparameters.WEIGHT_DECAY, NOT_NEGATIVE,
            Hyperparameters.OPTIMISER, name(Optimiser.class));

    /** What a hyperparameter that every trial has must be; nothing for other names. */
    static Optional<Requirement> of(String hyperparameter) {
        return Optional.ofNullable(OF_HYPERPARAMETERS.get(hyperparameter))
                .or(() -> OptimiserSetting.named(hyperparameter).map(OptimiserSetting::requirement));
    }

    /** A value of the domain that does not suit, if there is one. */
    Optional<Object> offender(Domain domain) {
        return domain.extremes().stream().filter(accepts.negate()).findFirst();
    }

    private static Requirement whole(String words, int least) {
        return new Requirement(words, List.of(), value -> value instanceof Integer number && number >= least);
    }

    private static Requirement number(String words, Predicate<Double> accepts) {
        return new Requirement(
                words, List.of(), value -> value instanceof Number number && accepts.test(number.doubleValue()));
    }

    private static <E extends Enum<E>> Requirement name(Class<E> type) {
        List<String> names = SpecName.all(type);
        return new Requirement("one of " + String.join(", ", names), names, names::contains);
    }
}
