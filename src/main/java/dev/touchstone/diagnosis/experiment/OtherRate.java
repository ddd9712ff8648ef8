package dev.touchstone.diagnosis.experiment;

import dev.touchstone.base.ShortNumber;
import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.model.Hyperparameters;
import java.util.Arrays;
import java.util.List;

/** Other learning rates, a tenth apart as in a coarse search. */
final class OtherRate extends Remedy {
    /** No rate above this trains anything. */
    private static final double LARGEST = 10;

    private final double[] factors;

    private OtherRate(FindingCode hypothesis, double... factors) {
        super(hypothesis);
        this.factors = factors;
    }

    static OtherRate lower() {
        return new OtherRate(FindingCode.LEARNING_RATE_TOO_HIGH, 0.1, 0.01, 0.001);
    }

    static OtherRate higher() {
        return new OtherRate(FindingCode.LEARNING_RATE_TOO_LOW, 10, 100, 1000);
    }

    @Override
    List<Arm> arms(Conditions trial) {
        double own = trial.learningRate();
        return Arrays.stream(factors)
                .map(factor -> factor * own)
                .filter(rate -> rate <= LARGEST)
                .mapToObj(rate -> new Arm(
                        "with the learning rate " + ShortNumber.of(rate) + " instead of " + ShortNumber.of(own),
                        "set the learning rate to about " + ShortNumber.of(rate),
                        trial.with(Hyperparameters.LEARNING_RATE, rate)))
                .toList();
    }
}
