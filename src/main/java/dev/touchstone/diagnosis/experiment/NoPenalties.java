package dev.touchstone.diagnosis.experiment;

import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.model.ModelSpec;
import java.util.List;

/** No regularisation at all. */
final class NoPenalties extends Remedy {
    NoPenalties() {
        super(FindingCode.OVER_REGULARISED);
    }

    @Override
    List<Arm> arms(Conditions trial) {
        boolean nothing = trial.model() instanceof ModelSpec model && !model.isRegularised(trial.assignment());
        return nothing
                ? List.of()
                : List.of(new Arm(
                        "without dropout, weight decay and penalties",
                        "lower weight decay, dropout and penalties, or leave them out",
                        trial.with(Conditions.Penalties.LEFT_OUT)));
    }
}
