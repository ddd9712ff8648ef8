package dev.touchstone.diagnosis.experiment;

import dev.touchstone.diagnosis.FindingCode;
import dev.touchstone.training.ScheduleKind;
import dev.touchstone.training.ScheduleSpec;
import dev.touchstone.training.TrainingSpec;
import java.util.ArrayList;
import java.util.List;

/** A constant rate, or one that falls over just the epochs that are trained, all of them. */
final class OtherSchedule extends Remedy {
    OtherSchedule() {
        super(FindingCode.SCHEDULE_MISMATCH);
    }

    @Override
    List<Arm> arms(Conditions trial) {
        List<Arm> arms = new ArrayList<>();
        ScheduleKind own = trial.training().schedule().kind();
        if (own != ScheduleKind.CONSTANT) {
            arms.add(arm(
                    trial, ScheduleSpec.CONSTANT, "at a constant learning rate", "set training: {schedule: constant}"));
        }
        if (own != ScheduleKind.COSINE || trial.training().earlyStopping() != null) {
            arms.add(arm(
                    trial,
                    ScheduleSpec.COSINE,
                    "with a cosine schedule to its end",
                    "set training: {schedule: cosine, early-stopping: off}"));
        }
        return arms;
    }

    private static Arm arm(Conditions trial, ScheduleSpec schedule, String change, String remedy) {
        TrainingSpec own = trial.training();
        TrainingSpec other = new TrainingSpec(
                own.budget(),
                schedule.kind() == ScheduleKind.COSINE ? null : own.earlyStopping(),
                schedule,
                own.gradients());
        return new Arm(change, remedy, trial.with(other));
    }
}
