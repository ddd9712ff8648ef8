package dev.touchstone.diagnosis.experiment;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.model.Hyperparameters;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Other learning rates: one and two steps of a coarse search away, and the optimiser's usual one where that is farther off
 * in the same direction.
 */
final class OtherRate extends Remedy {
    private static final double STEP = 10;

    private final boolean higher;

    private OtherRate(FindingCode hypothesis, boolean higher) {
        super(hypothesis);
        this.higher = higher;
    }

    static OtherRate lower() {
        return new OtherRate(FindingCode.LEARNING_RATE_TOO_HIGH, false);
    }

    static OtherRate higher() {
        return new OtherRate(FindingCode.LEARNING_RATE_TOO_LOW, true);
    }

    @Override
    List<Arm> arms(Conditions trial) {
        double own = trial.learningRate();
        double near = higher ? own * STEP : own / STEP;
        double far = higher ? near * STEP : near / STEP;
        double usual = Hyperparameters.of(trial.assignment()).optimiser().usualRate();
        boolean beyond = higher ? usual > far : usual < far;
        return (beyond ? DoubleStream.of(near, far, usual) : DoubleStream.of(near, far))
                .mapToObj(rate -> new Arm(
                        "with the learning rate " + ShortNumber.of(rate) + " instead of " + ShortNumber.of(own),
                        "set the learning rate to about " + ShortNumber.of(rate),
                        trial.with(Hyperparameters.LEARNING_RATE, rate)))
                .toList();
    }
}
