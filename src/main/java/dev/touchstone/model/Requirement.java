package dev.touchstone.model;

import dev.touchstone.model.layer.ActivationFunction;
import dev.touchstone.model.layer.DropoutKind;
import dev.touchstone.model.layer.Initialisation;
import dev.touchstone.model.layer.PoolingKind;
import dev.touchstone.model.layer.Recurrent;
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

    static final Requirement NUMBER = number("a number", value -> true);
    static final Requirement SEVERAL = whole("a whole number from 2", 2);
    static final Requirement INITIALISATION = name(Initialisation.class);
    static final Requirement POOLING_KIND = name(PoolingKind.class);
    static final Requirement RETURNS = name(Recurrent.Returns.class);
    static final Requirement TRUE_OR_FALSE =
            new Requirement("true or false", List.of(), value -> value instanceof Boolean);
    static final Requirement WEIGHTS = oneOf("shared", "local");
    static final Requirement PADDING = either(oneOf("same", "valid"), whole("a whole number from 0", 0));
    static final Requirement DIRECTION = either(oneOf("concatenate", "add", "multiply", "average"), TRUE_OR_FALSE);

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
        return oneOf(SpecName.all(type).toArray(String[]::new));
    }

    private static Requirement oneOf(String... allowed) {
        List<String> names = List.of(allowed);
        return new Requirement(
                "one of " + String.join(", ", names),
                names,
                value -> names.stream().anyMatch(value::equals));
    }

    private static Requirement either(Requirement one, Requirement other) {
        return new Requirement(
                one.words() + " or " + other.words(), one.names(), one.accepts().or(other.accepts()));
    }
}
