package dev.touchstone.diagnosis.experiment;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.model.Hyperparameters;
import java.util.ArrayList;
import java.util.List;

/** Other learning rates, a step of a coarse search apart, on to where all optimisers learn: ten times Adam's usual rate. */
final class OtherRate extends Remedy {
    private static final double STEP = 10;

    /** In either direction, also from a rate that is a usual one. */
    private static final int FEWEST = 2;

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
        double sound = STEP * Hyperparameters.of(trial.assignment()).optimiser().usualRate();
        List<Arm> arms = new ArrayList<>();
        double rate = own;
        while (arms.size() < FEWEST || (higher ? rate < sound : rate > sound)) {
            rate = higher ? rate * STEP : rate / STEP;
            arms.add(new Arm(
                    "with the learning rate " + ShortNumber.of(rate) + " instead of " + ShortNumber.of(own),
                    "set the learning rate to about " + ShortNumber.of(rate),
                    trial.with(Hyperparameters.LEARNING_RATE, rate)));
        }
        return arms;
    }
}
