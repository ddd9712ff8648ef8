package dev.touchstone.diagnosis.experiment;

import dev.touchstone.data.PreparedData;
import dev.touchstone.data.Targets;
import dev.touchstone.data.Task;
import dev.touchstone.diagnosis.FindingCode;
import java.util.List;

/** A number that is learnt in units of its own mean and deviation over the train rows. */
final class StandardisedTarget extends Remedy {
    /** What would change it less is standardised already. */
    private static final double ALIKE = 0.5;

    StandardisedTarget() {
        super(FindingCode.UNNORMALISED_TARGET);
    }

    @Override
    List<Arm> arms(Conditions trial) {
        PreparedData data = trial.data();
        if (!(data.task() instanceof Task.Regression task)
                || !(data.train().targets() instanceof Targets.Values values)) {
            return List.of();
        }
        double deviation = Math.sqrt(values.variance());
        boolean alike = Math.abs(values.mean() - task.mean()) < ALIKE * deviation
                && Math.abs(Math.log(deviation / task.deviation())) < ALIKE;
        return alike || !(deviation > 0)
                ? List.of()
                : List.of(new Arm(
                        "with a standardised target",
                        "standardise the target by the train rows",
                        trial.with(data.with(
                                new Task.Regression((float) values.mean(), (float) deviation, task.forecast())))));
    }
}
