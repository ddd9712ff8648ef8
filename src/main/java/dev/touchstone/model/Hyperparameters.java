package dev.touchstone.model;

import dev.touchstone.space.Assignment;
import java.util.List;
import java.util.Map;

/**
 * The hyperparameters that every trial has, whether or not its search space names them; all other names of a space are
 * for the model section to refer to.
 *
 * @param learningRate above 0
 * @param batchSize rows a step; from 1
 * @param weightDecay decoupled from the gradient (Loshchilov and Hutter 2019); from 0
 * @param momentum used by {@code nesterovs} only; 0 to below 1
 */
public record Hyperparameters(
        double learningRate, int batchSize, double weightDecay, Optimiser optimiser, double momentum) {
    public static final String LEARNING_RATE = "learning-rate";
    public static final String BATCH_SIZE = "batch-size";
    public static final String WEIGHT_DECAY = "weight-decay";
    public static final String OPTIMISER = "optimiser";
    public static final String MOMENTUM = "momentum";
    public static final List<String> NAMES = List.of(LEARNING_RATE, BATCH_SIZE, WEIGHT_DECAY, OPTIMISER, MOMENTUM);

    /** Adam's own default rate (Kingma and Ba 2015). */
    public static final double DEFAULT_LEARNING_RATE = 1e-3;

    /** Masters and Luschi (2018): 32 or less gives the best stability and generalisation. */
    public static final int DEFAULT_BATCH_SIZE = 32;

    public static final double DEFAULT_MOMENTUM = 0.9;

    /** What a name takes when the assignment lacks it. */
    public static final Map<String, Object> DEFAULTS = Map.of(
            LEARNING_RATE, DEFAULT_LEARNING_RATE,
            BATCH_SIZE, DEFAULT_BATCH_SIZE,
            WEIGHT_DECAY, 0.0,
            OPTIMISER, Optimiser.ADAM.specName(),
            MOMENTUM, DEFAULT_MOMENTUM);

    /** Reads an assignment; a name that it lacks takes its default. */
    public static Hyperparameters of(Assignment assignment) {
        return new Hyperparameters(
                assignment.has(LEARNING_RATE) ? assignment.number(LEARNING_RATE) : DEFAULT_LEARNING_RATE,
                assignment.has(BATCH_SIZE) ? (int) assignment.number(BATCH_SIZE) : DEFAULT_BATCH_SIZE,
                assignment.has(WEIGHT_DECAY) ? assignment.number(WEIGHT_DECAY) : 0,
                assignment.has(OPTIMISER)
                        ? Optimiser.named((String) assignment.value(OPTIMISER)).orElseThrow()
                        : Optimiser.ADAM,
                assignment.has(MOMENTUM) ? assignment.number(MOMENTUM) : DEFAULT_MOMENTUM);
    }
}
