package dev.touchstone.diagnosis.experiment;

import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.training.Cut;
import dev.touchstone.training.TrainingSpec;
import java.util.List;
import java.util.stream.IntStream;

/** Twice and four times the epochs, and as much more patience. */
final class LongerTraining extends Remedy {
    private static final int[] TIMES = {2, 4};

    LongerTraining() {
        super(FindingCode.TOO_FEW_EPOCHS);
    }

    @Override
    List<Arm> arms(Conditions trial) {
        return IntStream.of(TIMES).mapToObj(times -> arm(trial, times)).toList();
    }

    private static Arm arm(Conditions trial, int times) {
        TrainingSpec own = trial.training();
        TrainingSpec longer = own.times(times).cutBy(Cut.NONE);
        return new Arm(
                "with " + longer.budget() + " instead of " + own.budget(),
                "train for " + longer.budget(),
                trial.with(longer));
    }
}
