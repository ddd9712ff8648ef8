package dev.touchstone.model;

import dev.touchstone.space.Assignment;
import dev.touchstone.spec.SpecName;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The hyperparameters that every trial has, whether or not its search space names them; all other names of a space are
 * for the model section to refer to.
 *
 * @param learningRate above 0
 * @param batchSize rows a step; from 1
 * @param weightDecay decoupled from the gradient (Loshchilov and Hutter 2019); from 0
 * @param settings of the optimiser: all that it takes
 */
public record Hyperparameters(
        double learningRate,
        int batchSize,
        double weightDecay,
        Optimiser optimiser,
        Map<OptimiserSetting, Double> settings) {
    public static final String LEARNING_RATE = "learning-rate";
    public static final String BATCH_SIZE = "batch-size";
    public static final String WEIGHT_DECAY = "weight-decay";
    public static final String OPTIMISER = "optimiser";
    public static final List<String> NAMES = Stream.concat(
                    Stream.of(LEARNING_RATE, BATCH_SIZE, WEIGHT_DECAY, OPTIMISER),
                    SpecName.all(OptimiserSetting.class).stream())
            .toList();

    /** Masters and Luschi (2018): 32 or less gives the best stability and generalisation. */
    public static final int DEFAULT_BATCH_SIZE = 32;

    public static final Optimiser DEFAULT_OPTIMISER = Optimiser.ADAM;

    /** What a name takes when the assignment lacks it; a setting has the value of the first optimiser that takes it. */
    public static final Map<String, Object> DEFAULTS = defaults();

    private static Map<String, Object> defaults() {
        Map<String, Object> defaults = new HashMap<>(Map.of(
                LEARNING_RATE,
                DEFAULT_OPTIMISER.usualRate(),
                BATCH_SIZE,
                DEFAULT_BATCH_SIZE,
                WEIGHT_DECAY,
                0.0,
                OPTIMISER,
                DEFAULT_OPTIMISER.specName()));
        for (OptimiserSetting setting : OptimiserSetting.values()) {
            defaults.put(
                    setting.specName(), setting.optimisers().get(0).defaults().get(setting));
        }
        return Map.copyOf(defaults);
    }

    /** Reads an assignment; a name that it lacks takes its default. */
    public static Hyperparameters of(Assignment assignment) {
        Optimiser optimiser = assignment.has(OPTIMISER)
                ? Optimiser.named((String) assignment.value(OPTIMISER)).orElseThrow()
                : DEFAULT_OPTIMISER;
        Map<OptimiserSetting, Double> settings = new EnumMap<>(OptimiserSetting.class);
        optimiser
                .defaults()
                .forEach((setting, usual) -> settings.put(
                        setting, assignment.has(setting.specName()) ? assignment.number(setting.specName()) : usual));
        return new Hyperparameters(
                assignment.has(LEARNING_RATE) ? assignment.number(LEARNING_RATE) : optimiser.usualRate(),
                assignment.has(BATCH_SIZE) ? (int) assignment.number(BATCH_SIZE) : DEFAULT_BATCH_SIZE,
                assignment.has(WEIGHT_DECAY) ? assignment.number(WEIGHT_DECAY) : 0,
                optimiser,
                settings);
    }

    double setting(OptimiserSetting setting) {
        return Objects.requireNonNull(settings.get(setting));
    }
}
