package dev.touchstone.training;

import dev.touchstone.model.Requirement;
import dev.touchstone.spec.SpecName;
import java.util.Map;

/** The schedules that a spec can name. */
public enum ScheduleKind {
    CONSTANT,
    STEP,
    EXPONENTIAL,
    POLYNOMIAL,
    COSINE,
    ONE_CYCLE,
    REDUCE_ON_PLATEAU;

    static final String WARM_UP = "warm-up";

    private static final String EVERY = "every";
    private static final String FACTOR = "factor";
    private static final String POWER = "power";
    private static final String RISE = "rise";
    private static final String START = "start";
    private static final String END = "end";
    private static final String PATIENCE = "patience";

    /** PyTorch's StepLR and ReduceLROnPlateau, and Keras' ReduceLROnPlateau, reduce to a tenth. */
    private static final double TENTH = 0.1;

    /** A straight line, as PyTorch's PolynomialLR. */
    private static final double LINE = 1;

    /** fastai's and PyTorch's one-cycle: the first three tenths rise, from a 25th, and the end is a ten-thousandth of that. */
    private static final double USUAL_RISE = 0.3;

    private static final double USUAL_START = 1.0 / 25;
    private static final double USUAL_END = USUAL_START / 1e4;

    /** Twice before early stopping's usual patience ends the training. */
    private static final int USUAL_PATIENCE = EarlyStoppingSpec.USUAL_PATIENCE / 2;

    public String specName() {
        return SpecName.of(this);
    }

    /** What each of its settings must be, by key. */
    public Map<String, Requirement> settings() {
        return switch (this) {
            case CONSTANT, COSINE -> Map.of(WARM_UP, Requirement.SHARE_BELOW_ONE);
            case STEP ->
                Map.of(
                        EVERY, Requirement.UNITS,
                        FACTOR, Requirement.FACTOR,
                        WARM_UP, Requirement.SHARE_BELOW_ONE);
            case EXPONENTIAL -> Map.of(FACTOR, Requirement.FACTOR, WARM_UP, Requirement.SHARE_BELOW_ONE);
            case POLYNOMIAL -> Map.of(POWER, Requirement.POSITIVE, WARM_UP, Requirement.SHARE_BELOW_ONE);
            case ONE_CYCLE ->
                Map.of(
                        RISE, Requirement.SHARE_BELOW_ONE,
                        START, Requirement.SHARE,
                        END, Requirement.SHARE);
            case REDUCE_ON_PLATEAU ->
                Map.of(
                        FACTOR, Requirement.FACTOR,
                        PATIENCE, Requirement.UNITS,
                        WARM_UP, Requirement.SHARE_BELOW_ONE);
        };
    }

    /**
     * The schedule with values for its settings.
     *
     * @param batchesAnEpoch iterations in an epoch
     */
    Schedule make(Map<String, Number> values, int batchesAnEpoch) {
        return switch (this) {
            case CONSTANT -> new Schedule.Constant();
            case STEP ->
                new Schedule.Step(((long) value(values, EVERY, 1)) * batchesAnEpoch, value(values, FACTOR, TENTH));
            case EXPONENTIAL -> new Schedule.Exponential(value(values, FACTOR, 1), batchesAnEpoch);
            case POLYNOMIAL -> new Schedule.Polynomial(value(values, POWER, LINE));
            case COSINE -> new Schedule.Cosine();
            case ONE_CYCLE ->
                new Schedule.OneCycle(
                        value(values, RISE, USUAL_RISE),
                        value(values, START, USUAL_START),
                        value(values, END, USUAL_END));
            case REDUCE_ON_PLATEAU ->
                new Schedule.ReduceOnPlateau(
                        value(values, FACTOR, TENTH), (int) value(values, PATIENCE, USUAL_PATIENCE));
        };
    }

    private static double value(Map<String, Number> values, String key, double usual) {
        return values.getOrDefault(key, usual).doubleValue();
    }
}
