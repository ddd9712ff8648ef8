package dev.touchstone.diagnosis.experiment;

import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.training.EarlyStoppingSpec;
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
        EarlyStoppingSpec stopping = own.earlyStopping();
        TrainingSpec longer = new TrainingSpec(
                times * own.epochs(),
                stopping == null
                        ? null
                        : new EarlyStoppingSpec(times * stopping.patience(), stopping.minimumImprovement()),
                own.schedule(),
                own.gradients());
        return new Arm(
                "with " + longer.epochs() + " epochs instead of " + own.epochs(),
                "set training: {epochs: " + longer.epochs() + "}",
                trial.with(longer));
    }
}
