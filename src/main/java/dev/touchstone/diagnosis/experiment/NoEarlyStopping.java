package dev.touchstone.diagnosis.experiment;

import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.training.TrainingSpec;
import java.util.List;

/** All epochs are trained. */
final class NoEarlyStopping extends Remedy {
    NoEarlyStopping() {
        super(FindingCode.EARLY_STOPPED_ON_NOISE);
    }

    @Override
    public boolean refutesForSure() {
        return true;
    }

    @Override
    List<Arm> arms(Conditions trial) {
        TrainingSpec own = trial.training();
        return own.earlyStopping() == null
                ? List.of()
                : List.of(new Arm(
                        "without early stopping",
                        "set training: {early-stopping: off}, or more patience",
                        trial.with(new TrainingSpec(own.budget(), null, own.schedule(), own.gradients()))));
    }
}
